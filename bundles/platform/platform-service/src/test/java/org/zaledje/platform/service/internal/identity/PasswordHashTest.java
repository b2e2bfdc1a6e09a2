package org.zaledje.platform.service.internal.identity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    @Test
    void onlyThePasswordFitsWhatWasStored() {
        PasswordHash stored = PasswordHash.parse(PasswordHash.of("žabica-Č1".toCharArray()).toString());
        assertTrue(stored.matches("žabica-Č1".toCharArray()));
        assertFalse(stored.matches("zabica-C1".toCharArray()));
        assertFalse(stored.matches(new char[0]));
    }

    @Test
    void theSamePasswordIsStoredDifferentlyEachTime() {
        assertNotEquals(PasswordHash.of("x".toCharArray()).toString(), PasswordHash.of("x".toCharArray()).toString());
    }

    /** From the reference implementation: echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 32. */
    @Test
    void hashesOfOtherProgramsFit() {
        String stored = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertTrue(PasswordHash.parse(stored).matches("password".toCharArray()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFh",
            "$argon2i$v=19$m=1024,t=2,p=1$YQ$YQ"})
    void whatIsNoSuchHashIsRefused(String stored) {
        assertThrows(IllegalArgumentException.class, () -> PasswordHash.parse(stored));
    }
}
