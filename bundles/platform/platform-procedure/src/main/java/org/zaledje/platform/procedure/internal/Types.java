package org.zaledje.platform.procedure.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.zaledje.platform.procedure.ProcedureType;

/** The types of procedures of the functions that are there. Of two with the same id the first one counts. */
@Component(service = Types.class)
public final class Types {

    private final List<ProcedureType> types = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(ProcedureType type) {
        types.add(type);
    }

    void remove(ProcedureType type) {
        types.remove(type);
    }

    Optional<ProcedureType> find(String id) {
        return types.stream().filter(type -> type.id().equals(id)).findFirst();
    }

    Optional<ProcedureType> ofRecords(String recordType) {
        return types.stream().filter(type -> type.recordType().equals(recordType)).findFirst();
    }

    List<ProcedureType> all() {
        return types.stream().sorted(Comparator.comparing(ProcedureType::id)).toList();
    }
}
