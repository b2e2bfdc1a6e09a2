package org.zaledje.platform.list;

import java.util.Objects;
import java.util.UUID;

/**
 * How somebody wants to see a list, under a name.
 *
 * @param id       its id
 * @param list     name of the list, see {@link ListSchema#name()}
 * @param name     what it is called, 1 to {@value #NAME_LENGTH_MAX} characters
 * @param state    filters, order and columns, as they stand in the address of the list's page; what the list does not know
 *                 any more counts for nothing
 * @param shared   whether everybody in the company who sees the list has it
 * @param own      whether the caller has made it
 * @param standard whether the caller's list begins with it
 */
public record SavedView(UUID id, String list, String name, String state, boolean shared, boolean own, boolean standard) {

    /** Longest name, in characters. */
    public static final int NAME_LENGTH_MAX = 100;

    /** Longest state, in characters. */
    public static final int STATE_LENGTH_MAX = 2_000;

    public SavedView {
        Objects.requireNonNull(id);
        Objects.requireNonNull(list);
        Objects.requireNonNull(name);
        Objects.requireNonNull(state);
    }
}
