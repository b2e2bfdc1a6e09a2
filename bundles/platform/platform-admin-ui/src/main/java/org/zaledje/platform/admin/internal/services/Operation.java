package org.zaledje.platform.admin.internal.services;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a partner can have done by a request.
 *
 * @param function  id of the function that does it
 * @param path      path with its parameters in braces
 * @param target    an example of the path, with the query that it must have
 * @param versioned whether it takes the version that the caller has seen, in {@code If-Match}
 * @param mediaType of the body; empty when it has none
 * @param body      an example of the body; empty when it has none, or none that is text
 */
record Operation(String function, String method, String path, String target, String summary, boolean versioned,
        Optional<String> mediaType, Optional<String> body) {

    /** Whether the same request sent twice would otherwise have two effects. */
    boolean wantsKey() {
        return method.equals("POST");
    }

    boolean matches(String words) {
        String text = (method + " " + path + " " + summary).toLowerCase(Locale.ROOT);
        return Stream.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(text::contains);
    }
}
