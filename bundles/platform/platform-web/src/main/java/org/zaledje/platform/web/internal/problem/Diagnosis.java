package org.zaledje.platform.web.internal.problem;

import java.io.EOFException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.ws.rs.WebApplicationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.correlation.Correlation;
import org.zaledje.platform.problem.ProblemException;

/** Finds out what to tell a caller about an exception. */
public final class Diagnosis {

    private static final Logger LOG = LoggerFactory.getLogger(Diagnosis.class);
    private static final int CAUSES_MAX = 20;
    private static final String RESOLUTION_UNKNOWN = "08007";
    private static final String ROLLED_BACK = "40";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private Diagnosis() {
    }

    /**
     * The problem behind an exception. One that nobody foresaw is logged here, once, with an id that the caller gets
     * too; its message and stack trace stay in the log.
     */
    public static Problem of(Throwable thrown) {
        return inChain(thrown, ProblemException.class).map(Problem::of)
                .or(() -> inChain(thrown, WebApplicationException.class).flatMap(Diagnosis::ofStatus))
                .or(() -> inChain(thrown, EOFException.class).map(e -> Problem.of(400, "request.incomplete")))
                .or(() -> inChain(thrown, SQLException.class).flatMap(Diagnosis::ofDatabase))
                .orElseGet(() -> internal(thrown));
    }

    /** The first exception of a type among an exception and its causes. */
    public static <T> Optional<T> inChain(Throwable thrown, Class<T> type) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(CAUSES_MAX)
                .filter(type::isInstance).map(type::cast).findFirst();
    }

    /** What JAX-RS itself refuses; its own server errors are faults of ours like any other. */
    private static Optional<Problem> ofStatus(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        return switch (status) {
            case 404 -> Optional.of(Problem.of(status, "path.not-found"));
            case 405 -> Optional.of(Problem.of(status, "method.not-allowed"));
            case 406 -> Optional.of(Problem.of(status, "format.not-available"));
            case 415 -> Optional.of(Problem.of(status, "format.unsupported"));
            case 400 -> Optional.of(Problem.of(status, "request.malformed"));
            default -> status >= 400 && status < 500
                    ? Optional.of(Problem.of(status, "request.refused")) : Optional.empty();
        };
    }

    /** What the database could not do now, and may be able to later. */
    private static Optional<Problem> ofDatabase(SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        if (state.equals(RESOLUTION_UNKNOWN)) {
            LOG.error("A request has been committed, but may not be on the disk, correlation id {}",
                    Correlation.current().orElse(""), LoggedFailure.of(e));
            return Optional.of(Problem.of(503, "database.unsure"));
        }
        boolean busy = e instanceof SQLTransientException || state.startsWith(ROLLED_BACK) || state.equals(LOCK_NOT_AVAILABLE);
        return busy ? Optional.of(Problem.of(503, "database.busy")) : Optional.empty();
    }

    private static Problem internal(Throwable thrown) {
        String id = Correlation.current().orElse("");
        LOG.error("Request failed, correlation id {}", id, LoggedFailure.of(thrown));
        return Problem.of(500, "internal", id);
    }
}
