package org.zaledje.platform.service.internal.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.security.Caller;
import org.zaledje.testkit.Engine;

class PasswordAuthenticationTest {

    private TestPeople people;
    private UUID ana;

    @BeforeEach
    void ana() throws Exception {
        people = new TestPeople(Engine.H2);
        ana = people.person("Ana").id();
        people.userStore.changePassword(ana, hash("geslo"), false);
    }

    @AfterEach
    void close() throws Exception {
        people.close();
    }

    @Test
    void nameAndPasswordMakeACaller() {
        assertEquals("ana", login("ana", "geslo").orElseThrow().name());
        assertEquals("ana", login(" ANA ", "geslo").orElseThrow().name());
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
    void aChangedPasswordHoldsAtOnce() {
        login("ana", "geslo");
        people.userStore.changePassword(ana, hash("novo"), false);
        assertEquals(Optional.empty(), login("ana", "geslo"));
        assertTrue(login("ana", "novo").isPresent());
    }

    @Test
    void whoGuessesHasToWaitAndWhoWasVerifiedHasNot() {
        for (int i = 0; i < 10; i++) {
            login("ana", "guess" + i);
        }
        assertEquals(Optional.empty(), login("ana", "geslo"));
        people.clock.advance(Duration.ofSeconds(30));
        assertTrue(login("ana", "geslo").isPresent());
        for (int i = 0; i < 10; i++) {
            login("ana", "guess" + i);
        }
        assertTrue(login("ana", "geslo").isPresent());
    }

    @Test
    void guessesInBetweenAreForgottenAfterASuccess() {
        for (int i = 0; i < 30; i++) {
            login("ana", "wrong");
            if (i % 5 == 0) {
                assertTrue(login("ana", "geslo").isPresent());
                people.clock.advance(Duration.ofMinutes(6));
            }
        }
        assertTrue(login("ana", "geslo").isPresent());
    }

    private Optional<Caller> login(String name, String password) {
        return people.login(name, password);
    }

    private static String hash(String password) {
        return PasswordHash.of(password.toCharArray()).toString();
    }
}
