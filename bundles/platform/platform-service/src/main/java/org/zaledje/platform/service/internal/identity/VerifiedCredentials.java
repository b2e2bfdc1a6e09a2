package org.zaledje.platform.service.internal.identity;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for some minutes which passwords fit which stored hashes, because callers of REST send theirs each time and
 * hashing is slow on purpose. Keeps only keyed digests, under a key that dies with the process; a stored hash that
 * changes is another entry, so nothing is ever to be dropped by hand. Thread-safe.
 */
final class VerifiedCredentials {

    private static final String HMAC = "HmacSHA256";
    private static final int ENTRIES_MAX = 1_000;
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<String, Instant> expiries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > ENTRIES_MAX;
        }
    };

    VerifiedCredentials(Clock clock) {
        this.clock = clock;
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, HMAC);
    }

    boolean contains(String storedHash, char[] password) {
        String digest = digest(storedHash, password);
        synchronized (expiries) {
            Instant expiry = expiries.get(digest);
            return expiry != null && clock.instant().isBefore(expiry);
        }
    }

    void add(String storedHash, char[] password) {
        add(storedHash, password, KEPT);
    }

    void add(String storedHash, char[] password, Duration kept) {
        String digest = digest(storedHash, password);
        synchronized (expiries) {
            expiries.remove(digest);
            expiries.put(digest, clock.instant().plus(kept));
        }
    }

    private String digest(String storedHash, char[] password) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(storedHash.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            ByteBuffer secret = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
            mac.update(secret);
            Arrays.fill(secret.array(), (byte) 0);
            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
