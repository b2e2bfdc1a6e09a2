package org.zaledje.platform.document.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.document.DocumentOwner;

/** The functions whose records may have documents. Of two for a type the first one counts. */
@Component(service = Owners.class)
public final class Owners {

    // They come and go in threads of the framework, and are read in those of requests.
    private final List<DocumentOwner> owners = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(DocumentOwner owner) {
        owners.add(owner);
    }

    void remove(DocumentOwner owner) {
        owners.remove(owner);
    }

    boolean mayRead(RecordRef record) {
        return of(record).filter(owner -> owner.mayRead(record.id())).isPresent();
    }

    boolean mayChange(RecordRef record) {
        return of(record).filter(owner -> owner.mayChange(record.id())).isPresent();
    }

    public Optional<DocumentOwner> of(RecordRef record) {
        return owners.stream().filter(owner -> owner.recordType().equals(record.type())).findFirst();
    }
}
