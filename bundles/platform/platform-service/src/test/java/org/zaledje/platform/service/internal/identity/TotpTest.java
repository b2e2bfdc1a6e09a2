package org.zaledje.platform.service.internal.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final String SECRET = Base32.encode("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037"})
    void codesAreThoseOfTheStandard(long second, String code) {
        assertEquals(code, Totp.code(SECRET, Instant.ofEpochSecond(second)));
    }

    @Test
    void aCodeCountsInItsOwnAndTheNeighbouringSteps() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        assertEquals(now.getEpochSecond() / 30, Totp.step(SECRET, " 050471 ", now).orElseThrow());
        assertTrue(Totp.step(SECRET, "050471", now.plusSeconds(30)).isPresent());
        assertTrue(Totp.step(SECRET, "050471", now.minusSeconds(30)).isPresent());
        assertTrue(Totp.step(SECRET, "050471", now.plusSeconds(61)).isEmpty());
        assertTrue(Totp.step(SECRET, "", now).isEmpty());
    }

    @Test
    void base32IsReadAsItWasWritten() {
        byte[] bytes = Secrets.random(17);
        assertArrayEquals(bytes, Base32.decode(Base32.encode(bytes)));
        assertEquals("MZXW6YTBOI", Base32.encode("foobar".getBytes(StandardCharsets.US_ASCII)));
    }
}
