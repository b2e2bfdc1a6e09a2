package org.zaledje.platform.web.internal.rest;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.rest.RestResource;

/**
 * The resources that one function offers now. Its server is made when it is asked for after a change, so that a
 * function which offers five resources one after the other is not published five times.
 */
final class RestFunction {

    private final String id;
    private final Map<RestResource, Optional<URI>> resources = new ConcurrentHashMap<>();
    private Optional<RestServer> server = Optional.empty();

    RestFunction(String id) {
        this.id = id;
    }

    /** What answers its requests; empty once its last resource has gone. */
    synchronized Optional<RestServer> server() {
        if (server.isEmpty() && !resources.isEmpty()) {
            server = Optional.of(new RestServer(id, resources.keySet()));
        }
        return server;
    }

    synchronized void add(RestResource resource, Optional<URI> description) {
        resources.put(resource, description);
        close();
    }

    synchronized void remove(RestResource resource) {
        resources.remove(resource);
        close();
    }

    boolean isEmpty() {
        return resources.isEmpty();
    }

    RestDescription description() {
        Map<String, ListSchema> lists = new HashMap<>();
        resources.keySet().forEach(resource -> lists.putAll(resource.lists()));
        return new RestDescription(resources.values().stream().flatMap(Optional::stream).collect(Collectors.toSet()), lists);
    }

    synchronized void close() {
        server.ifPresent(RestServer::close);
        server = Optional.empty();
    }
}
