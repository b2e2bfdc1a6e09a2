package org.zaledje.platform.ui.internal.tab;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.correlation.Correlation;

/** An unexpected error in the web UI: told to its reader by an id, under which the log has the rest. */
public final class Failure {

    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);
    private static final int ID_CHARACTERS = 8;

    private Failure() {
    }

    /** Writes the error into the log, and answers the id to look for. */
    public static String log(String where, Throwable error) {
        String id = Correlation.current()
                .orElseGet(() -> UUID.randomUUID().toString().substring(0, ID_CHARACTERS));
        LOG.error("Error {} in the web UI at /{}", id, where, error);
        return id;
    }
}
