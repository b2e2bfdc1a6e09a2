package org.zaledje.platform.admin.internal.services;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a partner can have done by a request.
 *
 * @param function  id of the function that does it
 * @param path      path with its parameters in braces
 * @param query     parameters that must stand in the query, with a value each
 * @param mediaType of the body; empty when it has none
 * @param body      an example of the body; empty when it has none, or none that is text
 */
record Operation(String function, String method, String path, List<String> query, String summary, Optional<String> mediaType,
        Optional<String> body) {

    /** Whether the same request sent twice would otherwise have two effects. */
    boolean wantsKey() {
        return method.equals("POST");
    }

    /** Whether it changes what somebody may have changed meanwhile. */
    boolean wantsVersion() {
        return method.equals("PUT") || method.equals("PATCH") || method.equals("DELETE");
    }

    String target() {
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    boolean matches(String words) {
        String text = (method + " " + path + " " + summary).toLowerCase(Locale.ROOT);
        return words.toLowerCase(Locale.ROOT).lines().flatMap(line -> List.of(line.strip().split("\\s+")).stream())
                .allMatch(text::contains);
    }
}
