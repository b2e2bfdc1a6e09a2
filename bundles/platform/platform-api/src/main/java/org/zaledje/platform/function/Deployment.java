package org.zaledje.platform.function;

import java.time.Instant;
import java.util.Optional;
import org.zaledje.platform.text.LocalizedText;

/**
 * One archive (KAR) in the hot-deploy folder and what became of it.
 *
 * @param file    name of the file, for example {@code zaledje-accounting-0.1.0.kar}
 * @param name    name of the feature in it, for example {@code zaledje-accounting}; empty when the archive can't be read
 * @param version version of that feature; empty when the archive can't be read
 * @param state   what became of it
 * @param problem why it failed, for an administrator; empty unless {@link State#FAILED}
 * @param since   when it came into this state
 */
public record Deployment(
        String file,
        Optional<String> name,
        Optional<String> version,
        State state,
        Optional<LocalizedText> problem,
        Instant since) {

    /** What became of an archive. */
    public enum State {
        /** Seen, and being installed. */
        INSTALLING,
        /** Its features are installed and its bundles started. */
        INSTALLED,
        /** Installed, and stopped by an administrator; it stays so over restarts and updates until it is started. */
        STOPPED,
        /** Left aside, because the folder holds a newer version of the same feature. */
        SUPERSEDED,
        /** Could not be read or installed; the rest of the platform runs on without it. */
        FAILED
    }
}
