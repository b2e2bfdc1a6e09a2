package org.zaledje.platform.web.internal.security;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Name and password as they come with a request (RFC 7617, in UTF-8). */
record BasicCredentials(String name, char[] password) {

    private static final String SCHEME = "Basic ";
    private static final int CHARACTERS_MAX = 1024;

    /** The credentials in an {@code Authorization} header, or empty when it holds none that can be read. */
    static Optional<BasicCredentials> parse(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(header.substring(SCHEME.length()).trim());
            String text = new String(decoded, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            if (colon < 0 || text.length() > CHARACTERS_MAX) {
                return Optional.empty();
            }
            char[] password = text.substring(colon + 1).toCharArray();
            return Optional.of(new BasicCredentials(text.substring(0, colon), password));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
