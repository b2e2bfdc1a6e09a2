package org.zaledje.platform.service.internal.identity;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.Violation;

class PasswordPolicyTest {

    private final IdentitySettings settings = new IdentitySettings();

    @ParameterizedTest
    @CsvSource({
        "short, people.password.length",
        "my-marjana-words, people.password.name",
        "password1234!!, people.password.common",
        "aaaaaaaaaaaaaaaa, people.password.common",
        "qwertyuiop12, people.password.common"})
    void aWeakPasswordIsRefusedWithItsRule(String password, String rule) {
        settings.configure(Map.of());
        ProblemException refused = assertThrows(ProblemException.class,
                () -> new PasswordPolicy(settings).check("marjana", password));
        assertEquals(List.of(rule), refused.violations().stream().map(Violation::rule).toList());
    }

    @Test
    void theShortestLengthIsConfiguredWithinBounds() {
        settings.configure(Map.of("password.length.min", "20"));
        PasswordPolicy policy = new PasswordPolicy(settings);
        assertThrows(ProblemException.class, () -> policy.check("ana", "quiet-river-lamp"));
        settings.configure(Map.of("password.length.min", "1"));
        assertThrows(ProblemException.class, () -> policy.check("ana", "q-river"));
        assertDoesNotThrow(() -> policy.check("ana", "quiet-river-lamp"));
    }
}
