package org.zaledje.platform.function;

import java.util.Objects;

/** Two permissions that no one user may hold together. The order means nothing. */
public record SeparatedDuties(String first, String second) {

    public SeparatedDuties {
        Objects.requireNonNull(first);
        Objects.requireNonNull(second);
        if (first.equals(second)) {
            throw new IllegalArgumentException("a permission can't be separated from itself: " + first);
        }
        if (first.compareTo(second) > 0) {
            String swapped = first;
            first = second;
            second = swapped;
        }
    }
}
