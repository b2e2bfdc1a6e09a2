package org.zaledje.platform.service.internal.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.service.internal.TestClock;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;

class PasswordAuthenticationTest {

    private final TestDatabase database = Engine.H2.create().migrate("db/platform/changelog.xml");
    private final TestClock clock = new TestClock();
    private final Users users = new Users(database.dataSource(), clock);
    private final PasswordAuthentication authentication = new PasswordAuthentication(users, clock);
    private final UUID ana = UUID.randomUUID();

    @BeforeEach
    void ana() throws SQLException {
        users.add(new User(ana, "Ana", hash("geslo"), Set.of("accounting.entry.post", "notes.note.read")), () -> { });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nameAndPasswordMakeACallerWithTheirRoles() {
        Caller caller = new Caller("ana", Set.of("accounting.entry.post", "notes.note.read"), Locale.ENGLISH);
        assertEquals(Optional.of(caller), login("ana", "geslo"));
        assertEquals(Optional.of(caller), login(" ANA ", "geslo"));
    }

    @Test
    void wrongNameOrPasswordMakesNone() {
        assertEquals(Optional.empty(), login("ana", "Geslo"));
        assertEquals(Optional.empty(), login("ana", ""));
        assertEquals(Optional.empty(), login("anna", "geslo"));
        assertEquals(Optional.empty(), login("a".repeat(1_000_000), "geslo"));
        assertEquals(Optional.empty(), login("ana", "g".repeat(1_000_000)));
    }

    @Test
    void aPasswordThatWasVerifiedIsNotHashedAgain() {
        login("ana", "geslo");
        long start = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            assertTrue(login("ana", "geslo").isPresent());
        }
        long each = (System.nanoTime() - start) / 200;
        assertTrue(each < 15_000_000, each + " ns each");
    }

    @Test
    void aChangedPasswordHoldsAtOnce() throws SQLException {
        login("ana", "geslo");
        users.changePassword(ana, hash("novo"));
        assertEquals(Optional.empty(), login("ana", "geslo"));
        assertTrue(login("ana", "novo").isPresent());
    }

    @Test
    void whoGuessesHasToWaitAndWhoWasVerifiedHasNot() {
        for (int i = 0; i < FailedLogins.FAILURES_MAX; i++) {
            login("ana", "guess" + i);
        }
        assertEquals(Optional.empty(), login("ana", "geslo"));
        clock.advance(FailedLogins.WAIT);
        assertTrue(login("ana", "geslo").isPresent());
        for (int i = 0; i < FailedLogins.FAILURES_MAX; i++) {
            login("ana", "guess" + i);
        }
        assertTrue(login("ana", "geslo").isPresent());
    }

    @Test
    void guessesInBetweenAreForgottenAfterASuccess() {
        for (int i = 0; i < 3 * FailedLogins.FAILURES_MAX; i++) {
            login("ana", "wrong");
            if (i % 5 == 0) {
                assertTrue(login("ana", "geslo").isPresent());
                clock.advance(Duration.ofMinutes(6));
            }
        }
        assertTrue(login("ana", "geslo").isPresent());
    }

    private Optional<Caller> login(String name, String password) {
        return authentication.authenticate(name, password.toCharArray());
    }

    private static String hash(String password) {
        return PasswordHash.of(password.toCharArray()).toString();
    }
}
