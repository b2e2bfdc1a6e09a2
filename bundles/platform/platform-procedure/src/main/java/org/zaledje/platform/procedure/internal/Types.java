package org.zaledje.platform.procedure.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
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

    private final List<ProcedureType> types = new CopyOnWriteArrayList<>();
    private final List<BackOfficeFunction> functions = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(ProcedureType type) {
        types.add(type);
    }

    void remove(ProcedureType type) {
        types.remove(type);
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
        return types.stream().filter(type -> type.id().equals(id)).findFirst();
    }

    List<ProcedureType> all() {
        return types.stream().sorted(Comparator.comparing(ProcedureType::id)).toList();
    }
}
