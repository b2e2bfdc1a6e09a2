package org.zaledje.platform.procedure.internal;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.zaledje.platform.procedure.InboxListener;
import org.zaledje.platform.transaction.Transactions;

/** Tells, once it is committed, that inboxes have changed. */
@Component(service = InboxSignals.class)
public final class InboxSignals {

    private final Transactions transactions;
    private final List<InboxListener> listeners = new CopyOnWriteArrayList<>();

    @Activate
    public InboxSignals(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(InboxListener listener) {
        listeners.add(listener);
    }

    void remove(InboxListener listener) {
        listeners.remove(listener);
    }

    void changed(UUID company) {
        transactions.afterCommit(() -> listeners.forEach(listener -> listener.changed(company)));
    }
}
