package org.zaledje.platform.soap;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard marker for a JAX-WS endpoint. Register the annotated implementation under this type with the service property
 * {@link org.zaledje.platform.function.BackOfficeFunction#FUNCTION}; it is served at {@code /soap/<function>}, its WSDL at
 * {@code /soap/<function>?wsdl}. A function has at most one; of two, the one with the higher service ranking is served.
 *
 * <p>One instance serves all requests, so it must be thread-safe. The caller is authenticated before the endpoint is
 * reached. Operations declare and throw {@link SoapProblem} for what a caller can act on; a
 * {@link org.zaledje.platform.problem.ProblemException} that leaves an operation is turned into one by the platform.
 */
@ConsumerType
public interface SoapEndpoint {
}
