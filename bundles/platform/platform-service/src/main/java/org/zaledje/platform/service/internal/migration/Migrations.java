package org.zaledje.platform.service.internal.migration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.zaledje.platform.text.LocalizedText;

/** What became of the tables of the bundles that have some. Thread-safe. */
public interface Migrations {

    /**
     * Why the tables of a bundle could not be brought up to date; waits while that is still being tried.
     *
     * @param bundleId the framework's id of a bundle that is starting or active
     * @param max      how long to wait
     * @return the problem, or empty when the tables are as they should be or the bundle has none
     */
    Optional<LocalizedText> problemOf(long bundleId, Duration max) throws InterruptedException;

    /** Whether the tables of a bundle are still being brought up to date. */
    boolean isUnderWay(long bundleId);

    /**
     * Brings the tables of a bundle up to date before it is installed, while an older version of it may serve.
     *
     * @param jar   the bundle's file
     * @param quiet keeps requests away; run before tables are changed that can't be used meanwhile
     * @return the problem, or empty when the tables are as the bundle needs them or it has none
     */
    Optional<LocalizedText> migrateAhead(Path jar, Runnable quiet) throws InterruptedException;
}
