package org.zaledje.platform.web.internal.front;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.zaledje.platform.metrics.Metrics;

/** Every request that has been let in, whichever door it came to: how many are under way, and how they were answered. */
@Component(service = RequestFigures.class)
public final class RequestFigures implements RequestLog {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String BEGUN = RequestFigures.class.getName() + ".begun";

    private final Set<Request> underWay = ConcurrentHashMap.newKeySet();

    /** Measured from the moment it is there. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile Metrics metrics;

    void begin(Request request) {
        request.setAttribute(BEGUN, System.nanoTime());
        underWay.add(request);
        // Not at the server: a connection that is open already would not see it.
        request.getHttpChannel().addRequestLog(this);
    }

    /** How many are being answered; those that wait for news to push to a browser don't count. */
    long underWay() {
        return underWay.stream().filter(request -> !request.getHttpChannelState().isSuspended()).count();
    }

    @Override
    public void log(Request request, Response response) {
        underWay.remove(request);
        Optional<Metrics> present = Optional.ofNullable(metrics);
        if (present.isPresent() && request.getAttribute(BEGUN) instanceof Long begun) {
            String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER";
            present.get().time("zaledje_http_requests_seconds", Map.of(
                    "method", method,
                    "route", Routes.template(request, request.getRequestURI()),
                    "function", Routes.function(request),
                    "status", String.valueOf(response.getCommittedMetaData().getStatus())),
                    Duration.ofNanos(System.nanoTime() - begun));
        }
    }
}
