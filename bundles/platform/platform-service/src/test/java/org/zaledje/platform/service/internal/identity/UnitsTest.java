package org.zaledje.platform.service.internal.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.company.CompanyAdministration;
import org.zaledje.platform.company.Unit;
import org.zaledje.platform.company.UnitDetails;
import org.zaledje.platform.company.Units;
import org.zaledje.platform.people.Role;
import org.zaledje.platform.people.RoleAssignment;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.rest.ExpectedVersion;
import org.zaledje.platform.security.Caller;
import org.zaledje.testkit.Engine;

class UnitsTest {

    private static final String READ = "shop.order.read";

    @ParameterizedTest
    @EnumSource
    void unitsAreListedAsATreeAndChangesAreAudited(Engine engine) throws Exception {
        try (TestPeople people = new TestPeople(engine)) {
            Unit sales = people.asAdmin(() -> people.units.add(details("20", "Sales", Optional.empty())));
            Unit north = people.asAdmin(() -> people.units.add(details("21", "North", Optional.of(sales.id()))));
            Unit works = people.asAdmin(() -> people.units.add(details("10", "Works", Optional.empty())));
            assertEquals(List.of(works, sales, north), people.asAdmin(people.units::all));
            UnitDetails moved = new UnitDetails("21", "North and east", Optional.of(works.id()),
                    Optional.of(LocalDate.of(2026, 1, 1)), Optional.of(LocalDate.of(2026, 12, 31)));
            Unit changed = people.asAdmin(() -> people.units.change(north.id(), ExpectedVersion.of(0), moved));
            assertEquals(List.of(works, changed, sales), people.asAdmin(people.units::all));
            assertEquals(Optional.of(changed), people.asAdmin(() -> people.units.find(north.id())));
            assertEquals("etag.mismatch", problem(
                    () -> people.asAdmin(() -> people.units.change(north.id(), ExpectedVersion.of(0), moved))));
            assertTrue(changed.existsOn(LocalDate.of(2026, 12, 31)));
            assertFalse(changed.existsOn(LocalDate.of(2027, 1, 1)));
            assertEquals(Map.of("code", "21", "name", "North", "parent", sales.id().toString()),
                    people.audited.get(people.audited.size() - 1).before());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyBrokenRuleIsToldAndNothingIsKept(Engine engine) throws Exception {
        try (TestPeople people = new TestPeople(engine)) {
            Unit sales = people.asAdmin(() -> people.units.add(details("20", "Sales", Optional.empty())));
            Unit north = people.asAdmin(() -> people.units.add(details("21", "North", Optional.of(sales.id()))));
            assertEquals(List.of("unit.name-missing", "unit.code-taken", "unit.ends-before-it-begins", "unit.parent-unknown"),
                    broken(() -> people.asAdmin(() -> people.units.add(new UnitDetails("20", " ", Optional.of(new UUID(3, 3)),
                            Optional.of(LocalDate.of(2026, 2, 1)), Optional.of(LocalDate.of(2026, 1, 1)))))));
            assertEquals(List.of("unit.below-itself"), broken(() -> people.asAdmin(() ->
                    people.units.change(sales.id(), ExpectedVersion.any(), details("20", "Sales", Optional.of(north.id()))))));
            Unit lowest = north;
            for (int depth = 3; depth <= Units.DEPTH_MAX; depth++) {
                UnitDetails next = details("d" + depth, "deep", Optional.of(lowest.id()));
                lowest = people.asAdmin(() -> people.units.add(next));
            }
            UnitDetails tooDeep = details("e", "too deep", Optional.of(lowest.id()));
            assertEquals(List.of("unit.too-deep"), broken(() -> people.asAdmin(() -> people.units.add(tooDeep))));
            assertEquals(Units.DEPTH_MAX, people.asAdmin(people.units::all).size());
            Caller clerk = new Caller("ana", Set.of(READ), java.util.Locale.ENGLISH);
            assertEquals("security.forbidden",
                    problem(() -> people.as(clerk, () -> people.units.add(details("30", "Mine", Optional.empty())))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRoleInAUnitHoldsBelowItAlsoForUnitsThatComeLater(Engine engine) throws Exception {
        try (TestPeople people = new TestPeople(engine)) {
            UUID company = people.companies.current().id();
            Unit sales = people.asAdmin(() -> people.units.add(details("20", "Sales", Optional.empty())));
            Unit works = people.asAdmin(() -> people.units.add(details("10", "Works", Optional.empty())));
            Role clerk = people.role("Clerk", READ);
            people.person("ana", new RoleAssignment(clerk.id(), Optional.of(company), Set.of(sales.id())));
            Unit north = people.asAdmin(() -> people.units.add(details("21", "North", Optional.of(sales.id()))));

            Caller ana = people.login("ana", TestPeople.PASSWORD).orElseThrow().in(company);
            assertEquals(Set.of(sales.id(), north.id()), people.as(ana, () -> people.callers.reach(READ)).units());
            assertTrue(people.as(ana, () -> people.callers.reach(READ)).covers(Optional.of(north.id())));
            assertFalse(people.as(ana, () -> people.callers.reach(READ)).covers(Optional.empty()));
            assertEquals("ana", people.as(ana, () -> people.callers.requireIn(Optional.of(north.id()), READ)).name());
            assertEquals("security.forbidden",
                    problem(() -> people.as(ana, () -> people.callers.requireIn(Optional.of(works.id()), READ))));
            assertEquals("security.forbidden", problem(() -> people.as(ana, () -> people.callers.requireIn(Optional.empty(), READ))));
            assertEquals("security.forbidden", problem(() -> people.as(ana, () -> people.callers.reach("shop.order.write"))));

            people.asAdmin(() -> people.units.change(north.id(), ExpectedVersion.any(),
                    details("21", "North", Optional.of(works.id()))));
            Caller later = people.login("ana", TestPeople.PASSWORD).orElseThrow().in(company);
            assertEquals(Set.of(sales.id()), people.as(later, () -> people.callers.reach(READ)).units());
            assertTrue(people.asAdmin(() -> people.callers.reach(READ)).covers(Optional.empty()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRoleIsGivenOnlyInUnitsOfItsCompany(Engine engine) throws Exception {
        try (TestPeople people = new TestPeople(engine)) {
            Role clerk = people.role("Clerk", READ);
            UUID company = people.companies.current().id();
            assertEquals(List.of("people.units.unknown"), broken(() -> people.person("ana",
                    new RoleAssignment(clerk.id(), Optional.of(company), Set.of(new UUID(3, 3))))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsTheInstallationsOwnTakesARightInEveryCompany(Engine engine) throws Exception {
        try (TestPeople people = new TestPeople(engine)) {
            UUID company = people.companies.current().id();
            Role manager = people.role("Manager", CompanyAdministration.MANAGE);
            people.person("ana", new RoleAssignment(manager.id(), Optional.of(company), Set.of()));
            Caller ana = people.login("ana", TestPeople.PASSWORD).orElseThrow().in(company);
            assertEquals("ana", people.as(ana, () -> people.callers.require(CompanyAdministration.MANAGE)).name());
            assertEquals("security.forbidden-everywhere",
                    problem(() -> people.as(ana, () -> people.callers.requireEverywhere(CompanyAdministration.MANAGE))));
            assertEquals("admin", people.asAdmin(() -> people.callers.requireEverywhere("any.thing.do")).name());
        }
    }

    private static UnitDetails details(String code, String name, Optional<UUID> parent) {
        return new UnitDetails(code, name, parent, Optional.empty(), Optional.empty());
    }

    private static String problem(Executable work) {
        return assertThrows(ProblemException.class, work).code();
    }

    private static List<String> broken(Executable work) {
        return assertThrows(ProblemException.class, work).violations().stream().map(each -> each.rule()).toList();
    }
}
