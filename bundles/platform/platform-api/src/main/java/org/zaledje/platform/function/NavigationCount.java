package org.zaledje.platform.function;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard service that counts what waits for the reader behind an entry of the drawer, for example tasks. Entries with
 * such a service come first. Counted anew when the reader goes to another page and when tasks change, so it must be quick.
 */
@ConsumerType
public interface NavigationCount {

    /** Path of the entry, as in {@link NavigationItem#path()}. Never null. */
    String path();

    /**
     * How much waits for the caller in their company; nothing is shown for 0. Called with the caller known.
     *
     * @throws org.zaledje.platform.problem.ProblemException nothing can wait for them; shown as 0
     */
    int count();
}
