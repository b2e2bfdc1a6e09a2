package org.zaledje.platform.persistence;

import java.util.Locale;

/** Texts to be found as they are, in patterns of {@code like … escape '!'}. */
public final class LikePattern {

    /** What follows a pattern in JPQL. */
    public static final String ESCAPE = " escape '!'";

    private LikePattern() {
    }

    /** What begins so. */
    public static String beginning(String text) {
        return literal(text) + "%";
    }

    /** What holds this. */
    public static String holding(String text) {
        return "%" + literal(text) + "%";
    }

    /** What is compared when upper and lower case are the same. */
    public static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
