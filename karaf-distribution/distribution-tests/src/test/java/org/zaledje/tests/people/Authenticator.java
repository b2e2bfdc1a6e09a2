package org.zaledje.tests.people;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app on somebody's phone that shows the code of the moment (RFC 6238). */
record Authenticator(String secret) {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;

    String code() {
        return code(0);
    }

    /** The code that comes next, which counts already for one whose clock is ahead. */
    String nextCode() {
        return code(1);
    }

    private String code(int later) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key(), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(Instant.now().getEpochSecond() / STEP_SECONDS + later).array());
            int number = ByteBuffer.wrap(hash, hash[hash.length - 1] & 0xf, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] key() {
        byte[] key = new byte[secret.length() * 5 / 8];
        for (int bit = 0; bit < key.length * 8; bit++) {
            int value = ALPHABET.indexOf(secret.charAt(bit / 5));
            if ((value >> 4 - bit % 5 & 1) == 1) {
                key[bit / 8] |= (byte) (0x80 >> bit % 8);
            }
        }
        return key;
    }
}
