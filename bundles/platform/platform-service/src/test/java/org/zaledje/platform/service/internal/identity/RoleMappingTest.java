package org.zaledje.platform.service.internal.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RoleMappingTest {

    private static final UUID COMPANY = UUID.fromString("01900000-0000-7000-8000-000000000000");

    @Test
    void groupsGiveTheirRolesInOneCompanyOrInAll() {
        RoleMapping mapping = RoleMapping.parse(
                " cn=books,dc=x > Bookkeeper ; it > administrator; cn=books,dc=x > Auditor @ " + COMPANY + ";", UnaryOperator.identity());
        assertEquals(List.of(new RoleMapping.Rule("cn=books,dc=x", "Bookkeeper", Optional.empty()),
                new RoleMapping.Rule("cn=books,dc=x", "Auditor", Optional.of(COMPANY))), mapping.of(Set.of("cn=books,dc=x", "other")));
        assertEquals(true, mapping.decides("Administrator"));
        assertEquals(false, mapping.decides("Cashier"));
    }

    @Test
    void whatCanNotBeReadIsTold() {
        for (String text : List.of("books", "> Bookkeeper", "books >", "books > Auditor @ nowhere")) {
            assertThrows(IllegalArgumentException.class, () -> RoleMapping.parse(text, UnaryOperator.identity()), text);
        }
    }
}
