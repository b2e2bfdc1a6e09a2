package org.zaledje.platform.document.internal.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the bytes of a part must give.
 *
 * @param algorithm as Java names it
 */
public record Checksum(String algorithm, byte[] expected) {

    /** Names of algorithms, as clients send them. */
    public static final String ALGORITHMS = "sha1,sha256,sha512,md5";

    private static final Map<String, String> KNOWN =
            Map.of("sha1", "SHA-1", "sha256", "SHA-256", "sha512", "SHA-512", "md5", "MD5");

    /** Reads {@code sha1 <base64>}; empty when it is not that. */
    public static Optional<Checksum> parse(String header) {
        String[] parts = header.strip().split(" +");
        try {
            return parts.length != 2 ? Optional.empty() : Optional.ofNullable(KNOWN.get(parts[0].toLowerCase(Locale.ROOT)))
                    .map(algorithm -> new Checksum(algorithm, Base64.getDecoder().decode(parts[1])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    MessageDigest digest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
