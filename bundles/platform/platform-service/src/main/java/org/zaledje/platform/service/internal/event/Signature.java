package org.zaledje.platform.service.internal.event;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Proves to the receiver of a webhook that a message is ours, and when it was sent. */
final class Signature {

    static final String HEADER = "Zaledje-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {
    }

    /** The header's value: seconds since 1970, and the HMAC-SHA256 over these, a full stop and the body, in hexadecimal digits. */
    static String of(String secret, Instant now, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            String signed = now.getEpochSecond() + "." + body;
            return "t=" + now.getEpochSecond() + ",v1="
                    + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
