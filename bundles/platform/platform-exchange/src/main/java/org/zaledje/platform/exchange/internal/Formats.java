package org.zaledje.platform.exchange.internal;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.zaledje.platform.exchange.ExchangeFormat;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.security.Callers;

/** The formats that functions offer now, and who may use them. */
@Component(service = Formats.class)
public final class Formats {

    // Changed by the threads that register services, read by those of requests.
    private final Map<String, ExchangeFormat<?>> offered = new ConcurrentSkipListMap<>();
    private final Callers callers;

    @Activate
    public Formats(@Reference Callers callers) {
        this.callers = callers;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addFormat(ExchangeFormat<?> format) {
        offered.putIfAbsent(format.id(), format);
    }

    public void removeFormat(ExchangeFormat<?> format) {
        offered.remove(format.id(), format);
    }

    List<ExchangeFormat<?>> usable() {
        SortedMap<String, ExchangeFormat<?>> usable = new ConcurrentSkipListMap<>(offered);
        usable.values().removeIf(format -> !may(format.exportPermission()) && !mayImport(format));
        if (usable.isEmpty()) {
            callers.current().orElseThrow(() -> ExchangeTexts.problem(Kind.UNAUTHENTICATED, "exchange.forbidden"));
            throw ExchangeTexts.problem(Kind.FORBIDDEN, "exchange.forbidden");
        }
        return List.copyOf(usable.values());
    }

    /** A format that the caller may use; those who may use none are not told which there are. */
    ExchangeFormat<?> usable(String id) {
        return usable().stream().filter(format -> format.id().equals(id)).findFirst()
                .orElseThrow(() -> ExchangeTexts.problem(Kind.NOT_FOUND, "exchange.format-unknown", id));
    }

    /** A format that the caller may import. */
    ExchangeFormat<?> importable(String id) {
        ExchangeFormat<?> format = usable(id);
        callers.require(format.importPermission()
                .orElseThrow(() -> ExchangeTexts.problem(Kind.CONFLICT, "exchange.not-importable")));
        return format;
    }

    boolean mayImport(String id) {
        ExchangeFormat<?> format = offered.get(id);
        return format != null && mayImport(format);
    }

    private boolean mayImport(ExchangeFormat<?> format) {
        return format.importPermission().filter(this::may).isPresent();
    }

    private boolean may(String permission) {
        try {
            callers.require(permission);
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }
}
