package org.zaledje.platform.web.internal.rest;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.web.internal.cxf.EarlyPublishing;
import org.zaledje.platform.web.internal.security.FunctionIds;

/** The functions that have REST resources now. */
@Component(service = RestFunctions.class)
public final class RestFunctions {

    // Changed by the threads that register services, read by those of requests.
    private final Map<String, RestFunction> functions = new ConcurrentHashMap<>();
    private final Map<String, Long> largeBodies = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final EarlyPublishing early;

    @Activate
    public RestFunctions(@Reference EarlyPublishing early) {
        this.early = early;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addResource(RestResource resource, ServiceReference<RestResource> reference) {
        FunctionIds.of(reference).ifPresent(function -> {
            if (reference.getProperty(RestResource.BODY_BYTES) instanceof Long bytes) {
                largeBodies.put(function, bytes);
            }
            add(function, resource, description(reference.getBundle(), function));
        });
    }

    /** The largest request body that a function takes. */
    long bodyBytesMax(String function) {
        return Math.max(RestResource.BODY_BYTES_MAX, largeBodies.getOrDefault(function, 0L));
    }

    private static Optional<URI> description(Bundle bundle, String function) {
        return Stream.of(RestResource.OPENAPI_FOLDER + function + ".json", RestResource.OPENAPI)
                .map(bundle::getEntry).filter(Objects::nonNull)
                .map(url -> URI.create(url.toExternalForm())).findFirst();
    }

    public void removeResource(RestResource resource, ServiceReference<RestResource> reference) {
        FunctionIds.of(reference).ifPresent(function -> remove(function, resource));
    }

    /** Serves a resource. */
    public void add(String function, RestResource resource, Optional<URI> description) {
        functions.compute(function, (id, known) -> {
            RestFunction changed = known == null ? new RestFunction(id) : known;
            changed.add(resource, description);
            return changed;
        });
        changes.incrementAndGet();
        early.soon(function, () -> server(function));
    }

    /** Serves a resource no more. */
    public void remove(String function, RestResource resource) {
        functions.computeIfPresent(function, (id, known) -> {
            known.remove(resource);
            return known.isEmpty() ? null : known;
        });
        changes.incrementAndGet();
    }

    Optional<RestServer> server(String function) {
        return Optional.ofNullable(functions.get(function)).flatMap(RestFunction::server);
    }

    /** How each function describes its resources, by function. */
    public SortedMap<String, RestDescription> descriptions() {
        SortedMap<String, RestDescription> byFunction = new TreeMap<>();
        functions.forEach((id, function) -> byFunction.put(id, function.description()));
        return byFunction;
    }

    /** A number that is another one after each change. */
    public long changes() {
        return changes.get();
    }

    @Deactivate
    public void close() {
        functions.values().forEach(RestFunction::close);
        functions.clear();
    }
}
