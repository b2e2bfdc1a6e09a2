package org.zaledje.platform.web.internal.security;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.zaledje.platform.function.FunctionTraffic;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.web.internal.problem.Problem;

/** What the {@link Guard} stands before. */
public interface Door {

    /** Its name, as the audit trail has it. */
    String name();

    /** Whether this request needs no login. */
    boolean isOpen(HttpServletRequest request);

    /**
     * The login that a request brings in its body; asked when it has none in its headers.
     *
     * @throws IOException when the body can't be read
     */
    default Optional<BodyLogin> login(HttpServletRequest request) throws IOException {
        return Optional.empty();
    }

    /** The largest body of this request that is taken, in bytes. */
    default long bodyBytesMax(HttpServletRequest request) {
        return RestResource.BODY_BYTES_MAX;
    }

    /**
     * Waits while the function that the request is for is being exchanged. Asked before anything is begun for the request:
     * a transaction that waits would keep others waiting.
     */
    FunctionTraffic.Passage passage(HttpServletRequest request);

    /** Answers a request that was let in; an exception is diagnosed and told by {@link #refuse}. */
    void enter(HttpServletRequest request, HttpServletResponse response) throws Exception;

    /** Tells a caller of this door why they were not answered. */
    void refuse(Problem problem, Locale language, HttpServletResponse response) throws IOException;
}
