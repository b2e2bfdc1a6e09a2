package org.zaledje.platform.service.internal.identity.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.LDAPException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.job.JobRun;
import org.zaledje.platform.service.internal.identity.ExternalPeople;
import org.zaledje.testkit.DirectoryServer;
import org.zaledje.testkit.Engine;

/** What becomes of sessions and tokens when a directory, a real one on a socket, changes its mind. */
class DirectoryCheckTest {

    private static final String PASSWORD = DirectoryServer.PASSWORD;
    private static final String ANA = DirectoryServer.dn("ana");

    /** A run that nobody looks at. */
    private static final JobRun RUN = (JobRun) Proxy.newProxyInstance(JobRun.class.getClassLoader(),
            new Class<?>[] {JobRun.class}, (proxy, method, arguments) -> null);

    @TempDir
    Path folder;

    private DirectoryServer directory;
    private ExternalPeople people;
    private DirectoryCheck check;
    private UUID session;
    private String token;

    @BeforeEach
    void openDirectory() throws Exception {
        directory = new DirectoryServer(folder);
    }

    private void begin(Engine engine) throws Exception {
        people = new ExternalPeople(engine);
        people.role("Bookkeeper", "accounting.entry.post");
        people.add(new LdapLogin(directory.configuration(), people.users()));
        check = new DirectoryCheck(LdapSettings.of(directory.configuration()).orElseThrow(), people.users());
        token = people.token(people.login("ana", PASSWORD).orElseThrow());
        session = people.signIn("ana", PASSWORD);
    }

    @AfterEach
    void close() throws Exception {
        people.close();
        directory.close();
    }

    private void assertIn(boolean in) {
        assertEquals(in, people.isOpen(session), "session");
        assertEquals(in, people.byToken(token).isPresent(), "token");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoIsLockedThereIsOutAtOnceAndComesBackWhenUnlocked(Engine engine) throws Exception {
        begin(engine);
        check.run(RUN);
        assertIn(true);

        directory.change(ANA, "add: nsAccountLock", "nsAccountLock: TRUE");
        check.run(RUN);
        check.run(RUN);
        assertIn(false);
        assertEquals(Optional.empty(), people.login("ana", PASSWORD));
        assertEquals(1, Collections.frequency(people.audited(), "people.user.withdraw"));
        assertTrue(people.loginAsAdmin().isPresent());

        directory.change(ANA, "delete: nsAccountLock");
        check.run(RUN);
        assertTrue(people.byToken(token).isPresent());
        assertFalse(people.isOpen(session), "an ended session stays so");
        assertTrue(people.isOpen(people.signIn("ana", PASSWORD)));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoHasLeftIsOutAndAnotherOfTheSameNameGetsNothingOfTheirs(Engine engine) throws Exception {
        begin(engine);
        directory.remove(ANA);
        check.run(RUN);
        assertIn(false);

        directory.addPerson("ana", "Another Ana");
        check.run(RUN);
        assertIn(false);
    }

    @Test
    void whoIsUnlockedIsInByThePasswordWithoutWaitingForTheCheck() throws Exception {
        begin(Engine.H2);
        directory.change(ANA, "add: loginDisabled", "loginDisabled: true");
        check.run(RUN);
        directory.change(ANA, "delete: loginDisabled");
        assertTrue(people.login("ana", PASSWORD).isPresent());
        assertTrue(people.byToken(token).isPresent());
    }

    @ParameterizedTest
    @CsvSource({"userAccountControl, 514, false", "userAccountControl, 512, true", "pwdAccountLockedTime, 000001010000Z, false",
            "pwdAccountLockedTime, 20260101120000Z, true", "ds-pwp-account-disabled, true, false"})
    void aLockByAnAdministratorCountsAndOneByWrongPasswordsEndsNothing(String attribute, String value, boolean in) throws Exception {
        begin(Engine.H2);
        directory.change(ANA, "add: " + attribute, attribute + ": " + value);
        check.run(RUN);
        assertIn(in);
    }

    @Test
    void whoHasAnotherNameThereStaysWhoTheyAre() throws Exception {
        begin(Engine.H2);
        directory.rename("ana", "ana.novak");
        check.run(RUN);
        assertIn(true);
    }

    @Test
    void rolesFollowGroupsWithoutALogin() throws Exception {
        begin(Engine.H2);
        assertTrue(people.byToken(token).orElseThrow().may("accounting.entry.post"));
        directory.change(DirectoryServer.BOOKS, "replace: member", "member: " + DirectoryServer.dn("bor"));
        check.run(RUN);
        assertFalse(people.byToken(token).orElseThrow().may("accounting.entry.post"));
    }

    @Test
    void whileTheDirectoryIsAwayEverybodyStaysAsTheyAre() throws Exception {
        begin(Engine.H2);
        directory.stop();
        assertThrows(LDAPException.class, () -> check.run(RUN));
        assertIn(true);
    }
}
