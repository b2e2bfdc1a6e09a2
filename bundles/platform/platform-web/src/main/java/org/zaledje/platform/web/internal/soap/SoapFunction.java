package org.zaledje.platform.web.internal.soap;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.ServiceReference;
import org.zaledje.platform.soap.SoapEndpoint;

/**
 * The endpoints that one function offers now, of which the one with the highest ranking is served. It is published
 * when it is asked for after a change.
 */
final class SoapFunction {

    private final String id;
    private final NavigableMap<ServiceReference<SoapEndpoint>, SoapEndpoint> endpoints = new TreeMap<>();
    private Optional<SoapServer> server = Optional.empty();

    SoapFunction(String id) {
        this.id = id;
    }

    /** What answers its requests; empty once its last endpoint has gone. */
    synchronized Optional<SoapServer> server() {
        if (server.isEmpty() && !endpoints.isEmpty()) {
            server = Optional.of(new SoapServer(id, endpoints.lastEntry().getValue()));
        }
        return server;
    }

    synchronized void add(ServiceReference<SoapEndpoint> reference, SoapEndpoint endpoint) {
        endpoints.put(reference, endpoint);
        close();
    }

    synchronized void remove(ServiceReference<SoapEndpoint> reference) {
        endpoints.remove(reference);
        close();
    }

    synchronized boolean isEmpty() {
        return endpoints.isEmpty();
    }

    synchronized void close() {
        server.ifPresent(SoapServer::close);
        server = Optional.empty();
    }
}
