package org.zaledje.platform.web.internal.soap;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.zaledje.platform.soap.SoapEndpoint;
import org.zaledje.platform.web.internal.cxf.EarlyPublishing;
import org.zaledje.platform.web.internal.security.FunctionIds;

/** The functions that have a SOAP endpoint now. */
@Component(service = SoapFunctions.class)
public final class SoapFunctions {

    // Changed by the threads that register services, read by those of requests.
    private final Map<String, SoapFunction> functions = new ConcurrentHashMap<>();
    private final EarlyPublishing early;

    @Activate
    public SoapFunctions(@Reference EarlyPublishing early) {
        this.early = early;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addEndpoint(SoapEndpoint endpoint, ServiceReference<SoapEndpoint> reference) {
        FunctionIds.of(reference).ifPresent(function -> {
            functions.compute(function, (id, known) -> {
                SoapFunction changed = known == null ? new SoapFunction(id) : known;
                changed.add(reference, endpoint);
                return changed;
            });
            early.soon(function, () -> server(function));
        });
    }

    public void removeEndpoint(ServiceReference<SoapEndpoint> reference) {
        FunctionIds.of(reference).ifPresent(function -> functions.computeIfPresent(function, (id, known) -> {
            known.remove(reference);
            return known.isEmpty() ? null : known;
        }));
    }

    Optional<SoapServer> server(String function) {
        return Optional.ofNullable(functions.get(function)).flatMap(SoapFunction::server);
    }

    SortedSet<String> ids() {
        return new TreeSet<>(functions.keySet());
    }

    @Deactivate
    public void close() {
        functions.values().forEach(SoapFunction::close);
        functions.clear();
    }
}
