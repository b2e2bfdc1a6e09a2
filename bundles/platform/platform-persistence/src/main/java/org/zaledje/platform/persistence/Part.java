package org.zaledje.platform.persistence;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list that is read by one statement.
 *
 * @param order the order of the list
 * @param first how it is with the first value of the order
 * @param after the values of the row after which it begins, when it does not begin at its start
 */
record Part(List<SortColumn> order, First first, Optional<List<Object>> after) {

    enum First {
        /** Every row has it. */
        GIVEN,
        /** Rows that have it. */
        WANTED,
        /** Rows that don't have it. */
        ABSENT
    }

    /** The first value by which the rows of this part differ. */
    int start() {
        return first == First.ABSENT ? 1 : 0;
    }
}
