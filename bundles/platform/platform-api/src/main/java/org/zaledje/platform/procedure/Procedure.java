package org.zaledje.platform.procedure;

import java.time.Instant;
import java.util.Objects;
import org.zaledje.platform.rest.Versioned;

/**
 * A version of a procedure. Runs keep the version that they have begun with.
 *
 * @param id          id of its {@link ProcedureType}
 * @param version     1 for what the function suggests; one more each time that it is changed
 * @param plan        how it goes
 * @param publishedAt when it was made the one that new runs take; the epoch for what the function suggests
 * @param publishedBy login name of who has changed it; {@code system} for what the function suggests
 */
public record Procedure(String id, long version, ProcedurePlan plan, Instant publishedAt, String publishedBy)
        implements Versioned {

    public Procedure {
        Objects.requireNonNull(id);
        Objects.requireNonNull(plan);
        Objects.requireNonNull(publishedAt);
        Objects.requireNonNull(publishedBy);
    }
}
