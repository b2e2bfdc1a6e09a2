package org.zaledje.platform.rest;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.zaledje.platform.list.ListSchema;

/**
 * Whiteboard marker for a JAX-RS resource. Register the annotated resource under this type with the service property
 * {@link org.zaledje.platform.function.BackOfficeFunction#FUNCTION}; it is served below {@code /api/v1/<function>/}, and is
 * in {@code /api/openapi.json} when its bundle holds a description at {@value #OPENAPI} (made at build time from the
 * resource's annotations). Several resources of one function are served together.
 *
 * <p>One instance serves all requests, so it must be thread-safe. The caller is authenticated before the resource is
 * reached; a {@link org.zaledje.platform.problem.ProblemException} is answered as {@code application/problem+json}.
 * {@link java.math.BigDecimal} is a decimal string in JSON, dates and times are ISO 8601 strings; a JSON member that the
 * resource does not know is refused. The platform also gives 413 for bodies over {@link #BODY_BYTES_MAX}.
 */
@ConsumerType
public interface RestResource {

    /** Where in its bundle the description of its resources lies (OpenAPI 3, JSON). */
    String OPENAPI = "META-INF/openapi.json";

    /** Folder of descriptions in a bundle that serves several functions: {@code <function>.json} comes before {@link #OPENAPI}. */
    String OPENAPI_FOLDER = "META-INF/openapi/";

    /** The largest request body that is taken, in bytes, when a resource does not say otherwise. */
    long BODY_BYTES_MAX = 20L * 1024 * 1024;

    /**
     * Service property, a Long: the largest request body that the resource's function takes, in bytes, where that is more
     * than {@link #BODY_BYTES_MAX}. For resources that read a body as a stream.
     */
    String BODY_BYTES = "zaledje.rest.body-bytes-max";

    /**
     * The lists that its operations answer, by operation id. OpenAPI then tells their query parameters, which the
     * operation reads with {@link ListSchema#read}. Never null; the same at each call.
     */
    default Map<String, ListSchema> lists() {
        return Map.of();
    }
}
