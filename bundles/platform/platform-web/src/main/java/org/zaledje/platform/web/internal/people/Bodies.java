package org.zaledje.platform.web.internal.people;

import java.util.Optional;

/** What callers leave out of a body. */
final class Bodies {

    private Bodies() {
    }

    /** A text that may be absent: the services say whether it may be empty. */
    static String text(String given) {
        return Optional.ofNullable(given).orElse("");
    }
}
