package org.zaledje.platform.service.internal.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.function.SeparatedDuties;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.company.UnitDetails;
import org.zaledje.platform.people.ApiToken;
import org.zaledje.platform.people.IssuedToken;
import org.zaledje.platform.people.NewToken;
import org.zaledje.platform.people.NewUser;
import org.zaledje.platform.people.PeoplePermissions;
import org.zaledje.platform.people.Role;
import org.zaledje.platform.people.RoleAssignment;
import org.zaledje.platform.people.RoleDraft;
import org.zaledje.platform.people.UserAccount;
import org.zaledje.platform.people.UserAccount.Kind;
import org.zaledje.platform.people.UserChange;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Logins.CodeNeeded;
import org.zaledje.platform.security.Logins.Refused;
import org.zaledje.platform.security.Logins.Session;
import org.zaledje.platform.security.Logins.SignedIn;
import org.zaledje.testkit.Engine;

class PeopleTest {

    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(1, 2);

    private static String problem(Executable work) {
        return assertThrows(ProblemException.class, work).code();
    }

    @ParameterizedTest
    @EnumSource
    void aRoleHoldsWhereItIsAssignedAndAChangeHoldsOnTheNextRequest(Engine engine) throws Exception {
        try (TestPeople people = new TestPeople(engine)) {
            Role clerk = people.role("Clerk", "accounting.entry.read", "gone.function.read");
            UUID second = people.companies.current().id();
            UUID unit = people.asAdmin(() -> people.units.add(new UnitDetails("10", "Works", Optional.empty(), Optional.empty(),
                    Optional.empty()))).id();
            UserAccount ana = people.person("ana", new RoleAssignment(clerk.id(), Optional.of(FIRST), Set.of()),
                    new RoleAssignment(clerk.id(), Optional.of(second), Set.of(unit)));
            Session session = people.signIn("ana", TestPeople.PASSWORD);
            Caller caller = people.logins.find(session.id()).orElseThrow().caller();
            assertTrue(caller.in(FIRST).may("accounting.entry.read"));
            assertFalse(caller.in(second).may("accounting.entry.read"));
            assertTrue(caller.in(second).mayIn(unit, "accounting.entry.read"));
            assertFalse(caller.may("accounting.entry.read"));

            people.asAdmin(() -> people.roles.change(clerk.id(),
                    new RoleDraft("Clerk", "", Set.of("accounting.entry.post"), false)));
            Caller changed = people.logins.find(session.id()).orElseThrow().caller();
            assertFalse(changed.in(FIRST).may("accounting.entry.read"));
            assertTrue(changed.in(FIRST).may("accounting.entry.post"));

            people.asAdmin(() -> people.users.change(ana.id(), UserChange.of(people.users.get(ana.id())).disabled(true)));
            assertEquals(Optional.empty(), people.logins.find(session.id()));
            assertEquals(Optional.empty(), people.login("ana", TestPeople.PASSWORD));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoLacksThePermissionIsRefusedBeforeTheInputIsLookedAt(Engine engine) throws Exception {
        try (TestPeople people = new TestPeople(engine)) {
            people.person("ana");
            Caller ana = people.login("ana", TestPeople.PASSWORD).orElseThrow();
            UUID unknown = new UUID(9, 9);
            List<Executable> all = List.of(
                    () -> people.users.list(PageRequest.first(1)), () -> people.users.get(unknown),
                    () -> people.users.create(new NewUser("", "", "", Kind.PERSON, Optional.empty(), List.of())),
                    () -> people.users.change(unknown, new UserChange("", "?", false, List.of())),
                    () -> people.users.resetPassword(unknown, ""), () -> people.users.unlock(unknown),
                    () -> people.users.removeSecondFactor(unknown), people.roles::all, () -> people.roles.get(unknown),
                    () -> people.roles.create(new RoleDraft("", "", Set.of(), false)),
                    () -> people.roles.change(Role.ADMINISTRATOR, new RoleDraft("", "", Set.of(), false)),
                    () -> people.roles.remove(Role.ADMINISTRATOR), people.roles::offered, people.roles::separatedDuties,
                    () -> people.roles.separate(List.of()), () -> people.tokens.list(PageRequest.first(1)),
                    () -> people.tokens.issue(unknown, new NewToken("", Set.of(), Optional.empty(), 0)),
                    () -> people.tokens.revoke(unknown), () -> people.sessions.list(PageRequest.first(1)),
                    () -> people.sessions.end(unknown));
            for (Executable each : all) {
                assertEquals("security.forbidden", people.as(ana, () -> problem(each)));
            }
            assertEquals("security.unauthenticated", problem(people.own::get));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyGivesMoreThanTheyHaveNorTouchesOneWhoMayDoMore(Engine engine) throws Exception {
        try (TestPeople people = new TestPeople(engine)) {
            Role staff = people.role("Staff", PeoplePermissions.READ, PeoplePermissions.MANAGE);
            Role clerk = people.role("Clerk", "accounting.entry.read");
            UserAccount ana = people.person("ana", RoleAssignment.everywhere(staff.id()));
            UserAccount bor = people.person("bor");
            UserAccount admin = people.asAdmin(() -> people.users.list(PageRequest.first(1)).items().get(0));
            Caller caller = people.login("ana", TestPeople.PASSWORD).orElseThrow();
            for (UUID role : List.of(Role.ADMINISTRATOR, clerk.id())) {
                assertEquals("people.more-than-own", people.as(caller, () -> problem(() -> people.users.change(bor.id(),
                        new UserChange("", "", false, List.of(RoleAssignment.everywhere(role)))))));
            }
            assertEquals("people.more-than-own", people.as(caller,
                    () -> problem(() -> people.users.resetPassword(admin.id(), "quiet-river-lamp-2"))));
            assertEquals("people.more-than-own", people.as(caller, () -> problem(() -> people.roles.change(staff.id(),
                    new RoleDraft("Staff", "", Set.of("accounting.entry.post"), false)))));
            people.as(caller, () -> people.users.change(bor.id(),
                    new UserChange("Bor", "", false, List.of(RoleAssignment.everywhere(staff.id())))));
            assertTrue(people.login("bor", TestPeople.PASSWORD).orElseThrow().may(PeoplePermissions.READ));
            assertEquals(List.of(), people.asAdmin(() -> people.users.get(bor.id())).assignments().stream()
                    .filter(each -> each.role().equals(clerk.id())).toList());
            assertTrue(people.asAdmin(() -> people.users.get(ana.id())).assignments().size() == 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLastAdministratorStays(Engine engine) throws Exception {
        try (TestPeople people = new TestPeople(engine)) {
            UserAccount admin = people.asAdmin(() -> people.users.list(PageRequest.first(1)).items().get(0));
            assertEquals("people.last-administrator", people.asAdmin(() -> problem(
                    () -> people.users.change(admin.id(), UserChange.of(admin).disabled(true)))));
            assertEquals("people.last-administrator", people.asAdmin(() -> problem(
                    () -> people.users.change(admin.id(), new UserChange("", "", false, List.of())))));
            assertTrue(people.login("admin", TestPeople.ADMIN_PASSWORD).isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSeparatedCanNotComeTogetherByAnyWay(Engine engine) throws Exception {
        try (TestPeople people = new TestPeople(engine)) {
            Role maker = people.role("Maker", "finance.payment.prepare");
            Role checker = people.role("Checker", "finance.payment.release");
            SeparatedDuties pair = new SeparatedDuties("finance.payment.release", "finance.payment.prepare");
            UserAccount both = people.person("both", RoleAssignment.everywhere(maker.id()), RoleAssignment.everywhere(checker.id()));
            ProblemException refused = assertThrows(ProblemException.class,
                    () -> people.asAdmin(() -> {
                        people.roles.separate(List.of(pair));
                        return both;
                    }));
            assertEquals("people.separation-of-duties", refused.code());
            String detail = refused.detail().in(Locale.ENGLISH);
            assertTrue(detail.contains("both") && detail.contains("Maker") && detail.contains("Checker"), detail);

            people.asAdmin(() -> people.users.change(both.id(),
                    new UserChange("", "", false, List.of(RoleAssignment.everywhere(maker.id())))));
            people.callers.runAs(people.admin(), () -> people.roles.separate(List.of(pair)));
            assertEquals("people.separation-of-duties", people.asAdmin(() -> problem(() -> people.users.change(both.id(),
                    new UserChange("", "", false, List.of(RoleAssignment.everywhere(maker.id()),
                            RoleAssignment.everywhere(checker.id())))))));
            assertEquals("people.separation-of-duties", people.asAdmin(() -> problem(() -> people.roles.change(maker.id(),
                    new RoleDraft("Maker", "", Set.of("finance.payment.prepare", "finance.payment.release"), false)))));
            assertEquals(1, people.asAdmin(() -> people.users.get(both.id())).assignments().size());
            assertEquals(List.of(pair), people.asAdmin(people.roles::separatedDuties));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTokenGivesWhatItNamesUntilItEndsOrIsRevoked(Engine engine) throws Exception {
        try (TestPeople people = new TestPeople(engine)) {
            Role clerk = people.role("Clerk", "accounting.entry.read", "accounting.entry.post");
            people.person("ana", RoleAssignment.everywhere(clerk.id()));
            Caller ana = people.login("ana", TestPeople.PASSWORD).orElseThrow();
            IssuedToken issued = people.as(ana, () -> people.own.issueToken(
                    new NewToken("Bank", Set.of("accounting.entry.read", "other.thing.read"), Optional.of(FIRST), 30)));
            Caller byToken = people.authentication.authenticateToken(issued.secret()).orElseThrow();
            assertEquals(Optional.of(FIRST), byToken.company());
            assertTrue(byToken.may("accounting.entry.read"));
            assertFalse(byToken.may("accounting.entry.post"));
            assertFalse(byToken.may("other.thing.read"));
            assertFalse(byToken.in(SECOND).may("accounting.entry.read"));
            assertTrue(people.login("ana", issued.secret()).isPresent());
            assertEquals(Optional.empty(), people.login("bor", issued.secret()));
            assertTrue(people.as(ana, people.own::tokens).get(0).lastUsedAt().isPresent());

            assertEquals("people.token.limited", people.as(byToken, () -> problem(
                    () -> people.own.issueToken(new NewToken("More", Set.of(), Optional.empty(), 30)))));

            people.clock.advance(Duration.ofDays(30));
            assertEquals(Optional.empty(), people.authentication.authenticateToken(issued.secret()));
            IssuedToken second = people.as(ana, () -> people.own.issueToken(new NewToken("All", Set.of(), Optional.empty(), 1)));
            assertTrue(people.authentication.authenticateToken(second.secret()).orElseThrow().may("accounting.entry.post"));
            people.callers.runAs(ana, () -> people.own.revokeToken(second.token().id()));
            assertEquals(Optional.empty(), people.authentication.authenticateToken(second.secret()));
            assertEquals(Optional.empty(), people.authentication.authenticateToken("zlt_guess"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aProgramHasNoPasswordAndComesWithATokenOfAnAdministrator(Engine engine) throws Exception {
        try (TestPeople people = new TestPeople(engine)) {
            UserAccount robot = people.asAdmin(() -> people.users.create(
                    new NewUser("robot", "Robot", "", Kind.SERVICE, Optional.empty(), List.of())));
            assertEquals(Optional.empty(), people.login("robot", ""));
            IssuedToken token = people.asAdmin(() -> people.tokens.issue(robot.id(),
                    new NewToken("Night run", Set.of(), Optional.empty(), ApiToken.DAYS_MAX)));
            assertEquals("robot", people.authentication.authenticateToken(token.secret()).orElseThrow().name());
            UserAccount ana = people.person("ana");
            assertEquals("people.invalid", people.asAdmin(() -> problem(() -> people.tokens.issue(ana.id(),
                    new NewToken("Not mine", Set.of(), Optional.empty(), 1)))));
            assertEquals("people.invalid", people.asAdmin(() -> problem(() -> people.users.create(
                    new NewUser("robot2", "", "", Kind.SERVICE, Optional.of("quiet-river-lamp"), List.of())))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFirstPasswordIsGoodForChangingItAndNothingElse(Engine engine) throws Exception {
        try (TestPeople people = new TestPeople(engine)) {
            Role clerk = people.role("Clerk", "accounting.entry.read");
            people.asAdmin(() -> people.users.create(new NewUser("ana", "", "", Kind.PERSON,
                    Optional.of("first words here"), List.of(RoleAssignment.everywhere(clerk.id())))));
            Session session = people.signIn("ana", "first words here");
            assertTrue(session.mustSeeAccount());
            assertFalse(session.caller().may("accounting.entry.read"));
            Session other = people.signIn("ana", "first words here");
            assertEquals("people.password.wrong", people.as(session.caller(), () -> problem(
                    () -> people.own.changePassword("wrong", "quiet-river-lamp", Optional.of(session.id())))));
            ProblemException weak = assertThrows(ProblemException.class, () -> people.callers.runAs(session.caller(),
                    () -> people.own.changePassword("first words here", "ana", Optional.of(session.id()))));
            assertEquals("people.password.weak", weak.code());
            people.callers.runAs(session.caller(),
                    () -> people.own.changePassword("first words here", "quiet-river-lamp", Optional.of(session.id())));
            Session after = people.logins.find(session.id()).orElseThrow();
            assertFalse(after.mustSeeAccount());
            assertTrue(after.caller().may("accounting.entry.read"));
            assertEquals(Optional.empty(), people.logins.find(other.id()));
            assertTrue(people.login("ana", "quiet-river-lamp").isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSecondFactorIsAskedForOnceItIsConfirmedAndEachCodeIsGoodOnce(Engine engine) throws Exception {
        try (TestPeople people = new TestPeople(engine)) {
            Role safe = people.asAdmin(() -> people.roles.create(
                    new RoleDraft("Safe", "", Set.of("finance.payment.release"), true)));
            people.person("ana", RoleAssignment.everywhere(safe.id()));
            Session weak = people.signIn("ana", TestPeople.PASSWORD);
            assertTrue(weak.mustSeeAccount());
            assertFalse(weak.caller().may("finance.payment.release"));
            String secret = people.as(weak.caller(), people.own::offerSecondFactor).secret();
            assertEquals("people.second-factor.wrong-code", people.as(weak.caller(),
                    () -> problem(() -> people.own.confirmSecondFactor("000000", Optional.of(weak.id())))));
            String code = Totp.code(secret, people.clock.instant());
            List<String> recovery = people.as(weak.caller(),
                    () -> people.own.confirmSecondFactor(code, Optional.of(weak.id())));
            assertTrue(people.logins.find(weak.id()).orElseThrow().caller().may("finance.payment.release"));

            char[] password = TestPeople.PASSWORD.toCharArray();
            assertEquals("auth.second-factor", problem(() -> people.login("ana", TestPeople.PASSWORD)));
            assertInstanceOf(CodeNeeded.class, people.logins.signIn("ana", password, Optional.empty(), TestPeople.HERE));
            assertInstanceOf(Refused.class, people.logins.signIn("ana", password, Optional.of(code), TestPeople.HERE));
            people.clock.advance(Duration.ofSeconds(30));
            String next = Totp.code(secret, people.clock.instant());
            assertInstanceOf(SignedIn.class, people.logins.signIn("ana", password, Optional.of(next), TestPeople.HERE));
            assertInstanceOf(Refused.class, people.logins.signIn("ana", password, Optional.of(next), TestPeople.HERE));
            Optional<String> spare = Optional.of(recovery.get(0).toLowerCase(Locale.ROOT));
            assertInstanceOf(SignedIn.class, people.logins.signIn("ana", password, spare, TestPeople.HERE));
            assertInstanceOf(Refused.class, people.logins.signIn("ana", password, spare, TestPeople.HERE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoGuessesIsLockedOutOnEveryNodeUntilTheyAreUnlocked(Engine engine) throws Exception {
        try (TestPeople people = new TestPeople(engine)) {
            UserAccount ana = people.person("ana");
            for (int i = 0; i < 10; i++) {
                people.login("ana", "guess" + i);
            }
            PasswordCheck otherNode = new PasswordCheck(people.userStore, people.settings, people.clock);
            assertEquals(Optional.empty(), otherNode.find("ana", TestPeople.PASSWORD.toCharArray()));
            assertTrue(people.asAdmin(() -> people.users.get(ana.id())).lockedUntil().isPresent());
            people.callers.runAs(people.admin(), () -> people.users.unlock(ana.id()));
            assertTrue(otherNode.find("ana", TestPeople.PASSWORD.toCharArray()).isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEndedSessionIsGoneAtOnceAndEveryChangeIsAuditedWithoutSecrets(Engine engine) throws Exception {
        try (TestPeople people = new TestPeople(engine)) {
            people.person("ana");
            Session session = people.signIn("ana", TestPeople.PASSWORD);
            assertEquals("ana", people.asAdmin(() -> people.sessions.list(PageRequest.first(5))).items().get(0).userName());
            people.callers.runAs(people.admin(), () -> people.sessions.end(session.id()));
            assertEquals(Optional.empty(), people.logins.find(session.id()));
            assertTrue(people.audited.stream().map(Change::action).toList()
                    .containsAll(List.of("people.user.create", "people.user.change", "people.session.end")));
            assertFalse(people.audited.toString().contains("argon2"), people.audited.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void usersAreListedPageByPage(Engine engine) throws Exception {
        try (TestPeople people = new TestPeople(engine)) {
            people.person("bor");
            people.person("ana");
            Page<UserAccount> first = people.asAdmin(() -> people.users.list(PageRequest.first(2)));
            assertEquals(List.of("admin", "ana"), first.items().stream().map(UserAccount::name).toList());
            Page<UserAccount> second = people.asAdmin(() -> people.users.list(new PageRequest(2, first.next())));
            assertEquals(List.of("bor"), second.items().stream().map(UserAccount::name).toList());
            assertEquals("people.user.exists", people.asAdmin(() -> problem(() -> people.users.create(
                    new NewUser("ANA", "", "", Kind.SERVICE, Optional.empty(), List.of())))));
        }
    }
}
