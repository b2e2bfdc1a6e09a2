package org.zaledje.platform.service.internal.company;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.service.internal.TestClock;
import org.zaledje.platform.service.internal.home.PlatformHome;
import org.zaledje.platform.service.internal.id.TimeOrderedIds;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;

class StoredCompaniesTest {

    private final IdSource ids = new TimeOrderedIds(new TestClock());

    @ParameterizedTest
    @EnumSource
    void thereIsACompanyFromTheFirstStartAndItStays(Engine engine) throws SQLException {
        try (TestDatabase database = engine.create().migrate("db/platform/changelog.xml")) {
            Company first = new StoredCompanies(database.dataSource(), ids, home("true")).current();
            assertEquals("Demo d.o.o.", first.name());
            assertEquals("SI", first.country());
            assertEquals("EUR", first.currency().getCurrencyCode());
            StoredCompanies later = new StoredCompanies(database.dataSource(), ids, home("false"));
            assertEquals(List.of(first), later.all());
            assertEquals(first, later.current());
        }
    }

    private static PlatformHome home(String demo) {
        return new PlatformHome(Map.of("zaledje.demo", demo)::get);
    }
}
