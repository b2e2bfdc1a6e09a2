package org.zaledje.platform.service.internal.identity;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that change with time (RFC 6238): SHA-1, six digits, steps of 30 seconds, which every authenticator app knows. */
final class Totp {

    private static final String HMAC = "HmacSHA1";
    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int MODULUS = 1_000_000;

    /** How far the device's clock may be off, in steps, either way. */
    private static final int DRIFT_STEPS = 1;

    private Totp() {
    }

    /** A new secret, in Base32. */
    static String newSecret() {
        return Base32.encode(Secrets.random(SECRET_BYTES));
    }

    /** What a device reads from a QR code. */
    static String uri(String secret, String userName) {
        return "otpauth://totp/Zaledje:" + URLEncoder.encode(userName, StandardCharsets.UTF_8).replace("+", "%20")
                + "?secret=" + secret + "&issuer=Zaledje";
    }

    /** The time step whose code this is; empty when it is that of none that counts now. */
    static OptionalLong step(String secret, String code, Instant now) {
        byte[] given = code.strip().getBytes(StandardCharsets.UTF_8);
        long current = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(current - DRIFT_STEPS, current + DRIFT_STEPS)
                .filter(step -> MessageDigest.isEqual(code(secret, step).getBytes(StandardCharsets.UTF_8), given))
                .findFirst();
    }

    /** The code of a moment. */
    static String code(String secret, Instant moment) {
        return code(secret, moment.getEpochSecond() / STEP_SECONDS);
    }

    private static String code(String secret, long step) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(Base32.decode(secret), HMAC));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return String.format("%06d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
