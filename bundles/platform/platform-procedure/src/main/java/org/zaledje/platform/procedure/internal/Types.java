package org.zaledje.platform.procedure.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.procedure.ProcedureType;
import org.zaledje.platform.text.LocalizedText;

/** What the functions that are there bring: types of procedures, of two with the same id the first one, and permissions. */
@Component(service = Types.class)
public final class Types {

    private final BundleContext context;
    private final Map<ServiceReference<ProcedureType>, Optional<ProcedureType>> types = new ConcurrentSkipListMap<>(Comparator.reverseOrder());
    private final List<BackOfficeFunction> functions = new CopyOnWriteArrayList<>();

    @Activate
    public Types(BundleContext context) {
        this.context = context;
    }

    /** The service is got when it is asked for: a type may itself need the procedures, and neither could come before the other. */
    @Reference(service = ProcedureType.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(ServiceReference<ProcedureType> type) {
        types.put(type, Optional.empty());
    }

    void remove(ServiceReference<ProcedureType> type) {
        if (Optional.ofNullable(types.remove(type)).flatMap(known -> known).isPresent()) {
            context.ungetService(type);
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addFunction(BackOfficeFunction function) {
        functions.add(function);
    }

    void removeFunction(BackOfficeFunction function) {
        functions.remove(function);
    }

    /** What a permission allows, in words; the permission itself while its function is away. */
    LocalizedText permission(String permission) {
        return functions.stream().filter(function -> function.permissions().contains(permission)).findFirst()
                .map(function -> function.permissionTitle(permission)).orElseGet(() -> LocalizedText.verbatim(permission));
    }

    Optional<ProcedureType> find(String id) {
        return present().filter(type -> type.id().equals(id)).findFirst();
    }

    List<ProcedureType> all() {
        return present().sorted(Comparator.comparing(ProcedureType::id)).toList();
    }

    private Stream<ProcedureType> present() {
        return types.keySet().stream().flatMap(reference -> Optional.ofNullable(types.computeIfPresent(reference,
                (key, known) -> known.or(() -> Optional.ofNullable(context.getService(key))))).flatMap(known -> known).stream());
    }
}
