package org.zaledje.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.persistence.CompanyData;
import org.zaledje.platform.persistence.CompanyRows;
import org.zaledje.testkit.parcel.Parcel;
import org.zaledje.testkit.parcel.ParcelLine;

/** Two companies have rows of the same ids; whatever one of them does concerns its own. */
class CompanyDataTest {

    private static final Company ONE = new Company(new UUID(1, 1), "One", "SI", Currency.getInstance("EUR"));
    private static final Company TWO = new Company(new UUID(2, 2), "Two", "SI", Currency.getInstance("EUR"));
    private static final UUID RECEIPT = UUID.fromString("01900000-0000-7000-8000-00000000abcd");

    private Company current = ONE;
    private CompanyData data;

    private final Companies companies = new Companies() {
        @Override
        public List<Company> all() {
            return List.of(ONE, TWO);
        }

        @Override
        public Company current() {
            return current;
        }
    };

    @ParameterizedTest
    @EnumSource
    void findingAndLockingReachOwnRowsOnly(Engine engine) {
        try (TestDatabase database = filled(engine)) {
            assertEquals(Optional.of(1), data.in(rows -> rows.find(Parcel.class, "A").map(Parcel::weight)));
            assertEquals(Optional.of(RECEIPT), data.in(rows -> rows.find(Parcel.class, "A").map(Parcel::receipt)));
            assertEquals(Optional.of("one"),
                    data.in(rows -> rows.find(ParcelLine.class, new ParcelLine.Key("A", 0)).map(ParcelLine::article)));
            current = TWO;
            assertEquals(Optional.of(2), data.in(rows -> rows.lock(Parcel.class, "A").map(Parcel::weight)));
            assertEquals(Optional.empty(), data.in(rows -> rows.find(Parcel.class, "only one").map(Parcel::weight)));
            assertEquals(Optional.empty(), data.in(rows -> rows.lock(Parcel.class, "only one").map(Parcel::weight)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void queriesJoinsSubqueriesAndSumsSeeOwnRowsOnly(Engine engine) {
        try (TestDatabase database = filled(engine)) {
            assertEquals(List.of(1, 10), numbers("select p.weight from Parcel p order by p.weight"));
            assertEquals(List.of("one"), articles("select l.article from Parcel p, ParcelLine l where l.key.parcel = p.code"));
            assertEquals(List.of("one"), articles("select l.article from ParcelLine l where exists"
                    + " (select p from Parcel p where p.code = l.key.parcel and p.weight = 1)"));
            assertEquals(List.of(), articles("select l.article from ParcelLine l where exists"
                    + " (select p from Parcel p where p.code = l.key.parcel and p.weight = 2)"));
            assertEquals(List.of("one"), articles("select l.article from ParcelLine l where l.key.parcel in"
                    + " (select p.code from Parcel p) group by l.article having count(l) = 1"));
            assertEquals(List.of(11L), data.in(rows -> rows.query("select sum(p.weight) from Parcel p", Long.class)
                    .getResultList()));
            assertEquals(List.of(1L), data.in(rows -> rows.query(
                    "select count(p) from Parcel p where p.weight = 1 or p.weight = 2", Long.class).getResultList()));
            current = TWO;
            assertEquals(List.of(2), numbers("select p.weight from Parcel p where p.weight = 1 or p.weight = 2"));
            assertEquals(List.of("two"), articles("select l.article from ParcelLine l, Parcel p where p.code = l.key.parcel"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void changesConcernOwnRowsOnly(Engine engine) {
        try (TestDatabase database = filled(engine)) {
            data.in(rows -> {
                rows.find(Parcel.class, "A").orElseThrow().weigh(5);
                return rows;
            });
            assertEquals(List.of(5, 10), numbers("select p.weight from Parcel p order by p.weight"));
            assertEquals(List.of(2), of(TWO));
            data.in(rows -> rows.statement("update Parcel p set p.weight = 7").executeUpdate());
            assertEquals(List.of(7, 7), of(ONE));
            assertEquals(List.of(2), of(TWO));
            data.in(rows -> rows.statement("update Parcel p set p.weight = 8 where exists"
                    + " (select l from ParcelLine l where l.key.parcel = p.code and l.article = 'two')").executeUpdate());
            assertEquals(List.of(7, 7), of(ONE));
            assertEquals(List.of(2), of(TWO));
            data.in(rows -> rows.statement("delete from Parcel p where p.code in"
                    + " (select l.key.parcel from ParcelLine l where l.article = 'two')").executeUpdate());
            assertEquals(List.of(7, 7), of(ONE));
            assertEquals(List.of(2), of(TWO));
            data.in(rows -> {
                rows.remove(rows.find(Parcel.class, "A").orElseThrow());
                return rows;
            });
            assertEquals(List.of(7), of(ONE));
            assertEquals(List.of(2), of(TWO));
            data.in(rows -> rows.statement("delete from ParcelLine l where l.article like '%'").executeUpdate());
            assertEquals(List.of(), articles("select l.article from ParcelLine l"));
            current = TWO;
            assertEquals(List.of("two"), articles("select l.article from ParcelLine l"));
            int deleted = data.in(rows -> rows.statement("delete from Parcel p").executeUpdate());
            assertEquals(1, deleted);
            assertEquals(List.of(7), of(ONE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyRowsAreWrittenForOneCompany(Engine engine) {
        try (TestDatabase database = filled(engine)) {
            current = TWO;
            data.in(rows -> {
                for (int i = 0; i < 1500; i++) {
                    rows.add(new Parcel("many " + i, RECEIPT, 3));
                }
                return rows;
            });
            assertEquals(1501, of(TWO).size());
            assertEquals(List.of(1, 10), of(ONE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTransactionStaysWithItsCompany(Engine engine) {
        try (TestDatabase database = filled(engine)) {
            assertThrows(IllegalStateException.class, () -> data.in(rows -> {
                rows.add(new Parcel("B", RECEIPT, 4));
                current = TWO;
                return data.in(CompanyRows::company);
            }));
            current = ONE;
            assertEquals(List.of(1, 10), of(ONE));
            assertEquals(List.of(1, 4, 10), data.in(rows -> {
                rows.add(new Parcel("B", RECEIPT, 4));
                return numbers("select p.weight from Parcel p order by p.weight");
            }));
        }
    }

    @ParameterizedTest
    @EnumSource
    void noQueryGetsRoundTheEntities(Engine engine) {
        try (TestDatabase database = filled(engine)) {
            for (String way : List.of("select t.article from ParcelLine l, table('parcel_line') t",
                    "select l.article from ParcelLine l where sql('1 = 1 or ? = 1', 1)",
                    "select l.article from ParcelLine l where l.article = sql('(select max(article) from parcel_line)')",
                    "select column('company_id', l) from ParcelLine l")) {
                assertThrows(RuntimeException.class, () -> articles(way), way);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutACompanyNothingIsRead(Engine engine) {
        try (TestDatabase database = filled(engine)) {
            assertThrows(RuntimeException.class, () -> database.jpa("parcels").txExpr(
                    manager -> manager.createQuery("select p from Parcel p", Parcel.class).getResultList()));
            assertThrows(RuntimeException.class, () -> database.jpa("parcels").txExpr(
                    manager -> manager.find(Parcel.class, "A")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aUnitThatIsNotLimitedIsRefused(Engine engine) {
        try (TestDatabase database = engine.create().migrate("db/parcels.xml")) {
            CompanyData open = database.data("parcels-of-all", companies);
            IllegalStateException refused = assertThrows(IllegalStateException.class, () -> open.in(CompanyRows::company));
            assertTrue(refused.getMessage().contains("eclipselink.session.customizer"), refused.getMessage());
        }
    }

    private TestDatabase filled(Engine engine) {
        TestDatabase database = engine.create().migrate("db/parcels.xml");
        data = database.data("parcels", companies);
        for (Company company : companies.all()) {
            current = company;
            data.in(rows -> {
                rows.add(new Parcel("A", RECEIPT, (int) company.id().getLeastSignificantBits()));
                rows.add(new ParcelLine("A", 0, company.name().toLowerCase(java.util.Locale.ROOT)));
                return rows;
            });
        }
        current = ONE;
        data.in(rows -> {
            rows.add(new Parcel("only one", RECEIPT, 10));
            return rows;
        });
        return database;
    }

    private List<Integer> of(Company company) {
        Company before = current;
        current = company;
        try {
            return numbers("select p.weight from Parcel p order by p.weight");
        } finally {
            current = before;
        }
    }

    private List<Integer> numbers(String jpql) {
        return data.in(rows -> rows.query(jpql, Integer.class).getResultList());
    }

    private List<String> articles(String jpql) {
        return data.in(rows -> rows.query(jpql, String.class).getResultList());
    }
}
