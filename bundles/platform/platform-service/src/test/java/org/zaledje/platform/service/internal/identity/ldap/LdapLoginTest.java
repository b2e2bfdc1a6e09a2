package org.zaledje.platform.service.internal.identity.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.people.UserAccount;
import org.zaledje.platform.people.UserAccount.Source;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.service.internal.identity.ExternalPeople;
import org.zaledje.testkit.DirectoryServer;
import org.zaledje.testkit.Engine;

/** Login by a directory, against a real LDAP server on a socket. */
class LdapLoginTest {

    private static final String PASSWORD = DirectoryServer.PASSWORD;

    @TempDir
    Path folder;

    private DirectoryServer directory;
    private ExternalPeople people;

    private void begin(Engine engine) throws Exception {
        directory = new DirectoryServer(folder);
        people = new ExternalPeople(engine);
        people.role("Bookkeeper", "accounting.entry.post");
        people.add(new LdapLogin(directory.configuration(), people.users()));
    }

    private void beginWith(String key, String value) throws Exception {
        directory = new DirectoryServer(folder);
        people = new ExternalPeople(Engine.H2);
        Map<String, Object> configuration = directory.configuration();
        configuration.put(key, key.equals("url") && value.equals("clear") ? directory.clearUrl() : value);
        people.add(new LdapLogin(configuration, people.users()));
    }

    @AfterEach
    void close() throws Exception {
        people.close();
        directory.close();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoIsKnownToTheDirectoryComesInAndIsKeptWithoutAPassword(Engine engine) throws Exception {
        begin(engine);
        assertTrue(people.login(" ANA ", PASSWORD).orElseThrow().may("accounting.entry.post"));
        assertTrue(people.login("bor", PASSWORD).orElseThrow().may("everything.there.is"));

        UserAccount ana = people.account("ana");
        assertEquals(Source.LDAP, ana.source());
        assertEquals("Ana Novak", ana.displayName());
        assertEquals("ana@example.com", ana.email());
        assertEquals(Optional.empty(), people.passwordHash("ana"));
        assertEquals(Optional.empty(), people.login("ana", "wrong"));
        assertEquals(Optional.empty(), people.login("ana", ""));
        assertEquals(Optional.empty(), people.login("nobody", PASSWORD));
        assertEquals(Optional.empty(), people.login("*", PASSWORD));
        assertEquals(Optional.empty(), people.login("ana)(uid=*", PASSWORD));
    }

    @Test
    void groupsDecideAboutTheRolesThatTheyStandForAndLeaveOthersAlone() throws Exception {
        begin(Engine.H2);
        people.login("ana", PASSWORD);
        people.give("ana", people.role("Cashier", "finance.cash.count").id());

        directory.change(DirectoryServer.BOOKS, "replace: member", "member: " + DirectoryServer.dn("bor"));
        directory.change(DirectoryServer.dn("ana"), "replace: displayName", "displayName: Ana Kranjc");
        people.later();

        assertFalse(people.login("ana", PASSWORD).orElseThrow().may("accounting.entry.post"));
        assertEquals(Set.of("Cashier"), people.roleNames("ana"));
        assertEquals("Ana Kranjc", people.account("ana").displayName());
    }

    @Test
    void anOutageIsToldAndUsersWhoAreKeptHereStillComeIn() throws Exception {
        begin(Engine.H2);
        people.login("ana", PASSWORD);
        directory.stop();
        people.later();

        for (String name : new String[] {"ana", "bor"}) {
            ProblemException problem = assertThrows(ProblemException.class, () -> people.login(name, PASSWORD));
            assertEquals("auth.directory-unavailable", problem.code());
            assertEquals(503, problem.kind().status());
        }
        assertEquals(0, people.failures("ana"));
        assertTrue(people.loginAsAdmin().isPresent());
    }

    @Test
    void aUserWhoIsKeptHereIsNotTakenOverByOneOfTheSameName() throws Exception {
        begin(Engine.H2);
        people.localPerson("ana");
        assertEquals(Optional.empty(), people.login("ana", PASSWORD));

        directory.addPerson("cene", "Cene");
        people.login("cene", PASSWORD);
        directory.remove(DirectoryServer.dn("cene"));
        directory.addPerson("cene", "Another Cene");
        people.later();
        assertEquals("auth.name-taken",
                assertThrows(ProblemException.class, () -> people.login("cene", PASSWORD)).code());
    }

    @Test
    void whoIsKeptOutHereStaysOut() throws Exception {
        begin(Engine.H2);
        people.login("ana", PASSWORD);
        people.disable("ana");
        assertEquals(Optional.empty(), people.login("ana", PASSWORD));
    }

    @Test
    void theirPasswordIsNotChangedHere() throws Exception {
        begin(Engine.H2);
        var ana = people.login("ana", PASSWORD).orElseThrow();
        assertEquals("people.invalid", assertThrows(ProblemException.class,
                () -> people.changeOwnPassword(ana, PASSWORD, "another quiet lamp")).code());
        assertEquals("people.invalid", assertThrows(ProblemException.class,
                () -> people.resetPassword("ana", "another quiet lamp")).code());
        assertEquals(Optional.empty(), people.passwordHash("ana"));
    }

    @Test
    void aConnectionInClearIsEncryptedBeforeAnythingIsSaid() throws Exception {
        beginWith("url", "clear");
        assertTrue(people.login("ana", PASSWORD).isPresent());
    }

    @Test
    void aServerWithACertificateOfNobodyKnownIsToldNothing() throws Exception {
        beginWith("authorities", "");
        assertEquals("auth.directory-unavailable",
                assertThrows(ProblemException.class, () -> people.login("ana", PASSWORD)).code());
    }

    @Test
    void aServerWithTheCertificateOfAnotherIsToldNothing() throws Exception {
        directory = new DirectoryServer(folder, "another.example.com");
        people = new ExternalPeople(Engine.H2);
        people.add(new LdapLogin(directory.configuration(), people.users()));
        assertEquals("auth.directory-unavailable",
                assertThrows(ProblemException.class, () -> people.login("ana", PASSWORD)).code());
    }

    @Test
    void aWrongPasswordOfTheSearcherIsTheDirectorysAndNotTheUsersFault() throws Exception {
        beginWith("bind.password", "outdated");
        assertEquals("auth.directory-unavailable",
                assertThrows(ProblemException.class, () -> people.login("ana", PASSWORD)).code());
    }

    @Test
    void withoutAServerNobodyIsAsked() throws Exception {
        beginWith("url", "");
        assertEquals(Optional.empty(), people.login("ana", PASSWORD));
    }
}
