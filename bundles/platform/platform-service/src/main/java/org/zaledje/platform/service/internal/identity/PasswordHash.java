package org.zaledje.platform.service.internal.identity;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id in the PHC string form, with the parameters that OWASP recommends. Bouncy Castle is in the container anyway,
 * for its SSH server.
 *
 * @param memoryKib  memory for one hash, in KiB
 * @param iterations passes over that memory
 */
record PasswordHash(int memoryKib, int iterations, byte[] salt, byte[] hash) {

    /** Longest password that is taken, in characters. */
    static final int PASSWORD_LENGTH_MAX = 1000;

    private static final int MEMORY_KIB = 19_456;
    private static final int MEMORY_KIB_MAX = 1 << 20;
    private static final int ITERATIONS = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A hash of {@code password} with a new salt. */
    static PasswordHash of(char[] password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        byte[] hash = compute(password, MEMORY_KIB, ITERATIONS, salt, HASH_BYTES);
        return new PasswordHash(MEMORY_KIB, ITERATIONS, salt, hash);
    }

    /** Reads what {@link #toString()} wrote. */
    static PasswordHash parse(String stored) {
        Matcher form = FORM.matcher(stored);
        if (!form.matches() || Integer.parseInt(form.group(1)) > MEMORY_KIB_MAX) {
            throw new IllegalArgumentException("not an Argon2id hash of a password");
        }
        Base64.Decoder decoder = Base64.getDecoder();
        return new PasswordHash(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)),
                decoder.decode(form.group(3)), decoder.decode(form.group(4)));
    }

    boolean matches(char[] password) {
        return MessageDigest.isEqual(hash, compute(password, memoryKib, iterations, salt, hash.length));
    }

    private static byte[] compute(char[] password, int memoryKib, int iterations, byte[] salt, int bytes) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] secret = Arrays.copyOf(encoded.array(), encoded.limit());
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memoryKib)
                    .withIterations(iterations)
                    .withParallelism(1)
                    .withSalt(salt)
                    .build());
            byte[] result = new byte[bytes];
            generator.generateBytes(secret, result);
            return result;
        } finally {
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(encoded.array(), (byte) 0);
        }
    }

    @Override
    public String toString() {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + memoryKib + ",t=" + iterations + ",p=1$"
                + encoder.encodeToString(salt) + "$" + encoder.encodeToString(hash);
    }
}
