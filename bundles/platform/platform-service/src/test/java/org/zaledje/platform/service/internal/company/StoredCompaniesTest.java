package org.zaledje.platform.service.internal.company;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.time.Month;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.company.CompanyAdministration;
import org.zaledje.platform.company.CompanyDetails;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.rest.ExpectedVersion;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Grant;
import org.zaledje.platform.service.internal.TestClock;
import org.zaledje.platform.service.internal.home.PlatformHome;
import org.zaledje.platform.service.internal.id.TimeOrderedIds;
import org.zaledje.platform.service.internal.identity.ThreadCallers;
import org.zaledje.platform.transaction.Transactions;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;

class StoredCompaniesTest {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Caller ADMIN = new Caller("admin", Set.of(Caller.ADMINISTRATOR), Locale.ENGLISH);

    private final TestClock clock = new TestClock();
    private final IdSource ids = new TimeOrderedIds(clock);
    private final ThreadCallers callers = new ThreadCallers();
    private final List<Change> audited = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void thereIsACompanyFromTheFirstStartAndItStays(Engine engine) throws SQLException {
        try (TestDatabase database = engine.create().migrate("db/platform/changelog.xml")) {
            Company first = companies(database, "true").current();
            assertEquals("Demo d.o.o.", first.name());
            assertEquals("SI", first.country());
            assertEquals("EUR", first.currency().getCurrencyCode());
            assertEquals(Month.JANUARY, first.details().fiscalYearStart());
            StoredCompanies later = companies(database, "false");
            assertEquals(List.of(first), later.all());
            assertEquals(first, later.current());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCallerIsAtWorkOnlyWhereTheyHaveRights(Engine engine) throws SQLException {
        try (TestDatabase database = engine.create().migrate("db/platform/changelog.xml")) {
            StoredCompanies companies = companies(database, "false");
            Company first = companies.current();
            Company second = as(ADMIN, () -> administration(database, companies).add(details("Druga d.o.o.")));
            Caller clerk = new Caller("ana", Set.of(), Set.of(new Grant("x.y.read", Optional.of(second.id()), Set.of())),
                    Locale.ENGLISH, Optional.empty());
            assertEquals(List.of(second), companies.of(clerk));
            assertEquals(second, as(clerk, companies::current));
            assertEquals(Optional.of(second.id()), companies.enter(clerk, Optional.empty()).company());
            for (UUID other : List.of(first.id(), new UUID(9, 9))) {
                assertEquals("company.forbidden", code(() -> companies.enter(clerk, Optional.of(other))));
                assertEquals("company.forbidden", code(() -> as(clerk.in(other), companies::current)));
            }
            assertEquals(first, as(ADMIN, companies::current));
            assertEquals(Optional.of(second.id()), companies.choose(ADMIN, second.id()).company());
            assertEquals(Optional.of(second.id()), companies.resume(ADMIN).company());
            assertEquals(Optional.of(first.id()), companies.choose(ADMIN, first.id()).company());
            assertEquals(Optional.of(first.id()), companies.resume(ADMIN).company());
            assertEquals(Optional.of(first.id()), companies.enter(ADMIN, Optional.empty()).company());
        }
    }

    @ParameterizedTest
    @EnumSource
    void changesAreCheckedAuditedAndSeenOnOtherNodes(Engine engine) throws SQLException {
        try (TestDatabase database = engine.create().migrate("db/platform/changelog.xml")) {
            StoredCompanies here = companies(database, "false");
            StoredCompanies there = companies(database, "false");
            Company first = there.current();
            CompanyAdministration administration = administration(database, here);
            Company renamed = as(ADMIN, () -> administration.change(first.id(), ExpectedVersion.of(0), details("Nova d.o.o.")));
            assertEquals(renamed, here.current());
            clock.advance(java.time.Duration.ofSeconds(2));
            assertEquals(renamed, there.current());
            assertEquals("Nova d.o.o.", audited.get(0).after().get("name"));
            assertEquals("etag.mismatch", code(() -> as(ADMIN,
                    () -> administration.change(first.id(), ExpectedVersion.of(0), details("Spet nova")))));
            assertEquals("security.forbidden", code(() -> as(new Caller("ana", Set.of("x"), Locale.ENGLISH),
                    () -> administration.add(details("Tretja")))));
            ProblemException broken = assertThrows(ProblemException.class, () -> as(ADMIN, () -> administration.add(
                    new CompanyDetails(" ", "XX", EURO, "1".repeat(41), "", "", Month.MAY, Locale.FRENCH))));
            assertEquals(List.of("company.name-missing", "company.country-unknown", "company.number-too-long",
                    "company.language-unknown"), broken.violations().stream().map(violation -> violation.rule()).toList());
            assertEquals(1, audited.size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRightInOneCompanyChangesNoOther(Engine engine) throws SQLException {
        try (TestDatabase database = engine.create().migrate("db/platform/changelog.xml")) {
            StoredCompanies companies = companies(database, "false");
            CompanyAdministration administration = administration(database, companies);
            UUID first = companies.current().id();
            UUID second = as(ADMIN, () -> administration.add(details("Druga d.o.o."))).id();
            Caller manager = new Caller("ana", Set.of(), Set.of(
                    new Grant(CompanyAdministration.MANAGE, Optional.of(first), Set.of()),
                    new Grant("x.y.read", Optional.of(second), Set.of())), Locale.ENGLISH, Optional.of(first));
            assertEquals("security.forbidden-everywhere", code(() -> as(manager,
                    () -> administration.change(second, ExpectedVersion.any(), details("Ugrabljena")))));
            assertEquals("security.forbidden-everywhere", code(() -> as(manager, () -> administration.add(details("Tretja")))));
            assertEquals("security.forbidden-everywhere",
                    code(() -> as(manager, () -> administration.close(first, ExpectedVersion.any()))));
            assertEquals("Moja", as(manager, () -> administration.change(first, ExpectedVersion.any(), details("Moja"))).name());
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyWorksInAClosedCompanyAndTheLastOneStaysOpen(Engine engine) throws SQLException {
        try (TestDatabase database = engine.create().migrate("db/platform/changelog.xml")) {
            StoredCompanies companies = companies(database, "false");
            CompanyAdministration administration = administration(database, companies);
            UUID first = companies.current().id();
            Company second = as(ADMIN, () -> administration.add(details("Druga d.o.o.")));
            Company closed = as(ADMIN, () -> administration.close(second.id(), ExpectedVersion.of(0)));
            assertEquals(Optional.of(closed), as(ADMIN, () -> administration.find(second.id())));
            assertEquals(List.of(first), companies.of(ADMIN).stream().map(Company::id).toList());
            assertEquals("company.closed", code(() -> companies.enter(ADMIN, Optional.of(second.id()))));
            assertEquals("company.closed", code(() -> as(ADMIN.in(second.id()), companies::current)));
            assertEquals(closed, as(Caller.system().in(second.id()), companies::current));
            assertEquals("company.last", code(() -> as(ADMIN, () -> administration.close(first, ExpectedVersion.any()))));
            Company open = as(ADMIN, () -> administration.reopen(second.id(), ExpectedVersion.of(1)));
            assertEquals(open, as(ADMIN.in(second.id()), companies::current));
            assertEquals(List.of("companies.company.add", "companies.company.close", "companies.company.reopen"),
                    audited.stream().map(Change::action).toList());
        }
    }

    private StoredCompanies companies(TestDatabase database, String demo) throws SQLException {
        return new StoredCompanies(database.dataSource(), ids, new PlatformHome(Map.of("zaledje.demo", demo)::get), callers,
                clock);
    }

    private CompanyAdministration administration(TestDatabase database, StoredCompanies companies) {
        return new AuditedCompanies(companies, database.dataSource(), new NoTransactions(), audited::add, callers, ids, clock);
    }

    private static CompanyDetails details(String name) {
        return new CompanyDetails(name, "SI", EURO, "1234567000", "SI12345678", "Slovenska cesta 1, 1000 Ljubljana",
                Month.MARCH, Locale.ENGLISH);
    }

    private <T> T as(Caller caller, Supplier<T> work) {
        try {
            return callers.callAs(caller, work::get);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String code(Runnable work) {
        return assertThrows(ProblemException.class, work::run).code();
    }

    /** Statements of their own; what belongs together is told by the tests in the container. */
    private static final class NoTransactions implements Transactions {

        @Override
        public <T> T required(Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T requiresNew(Supplier<T> work) {
            return work.get();
        }

        @Override
        public boolean isActive() {
            return true;
        }

        @Override
        public void afterCommit(Runnable action) {
            action.run();
        }
    }
}
