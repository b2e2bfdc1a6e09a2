package org.zaledje.samples.notes.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.event.Event;
import org.zaledje.platform.event.EventConsumer;

/** Writes a note for each invoice that accounting has posted, once, also for those posted while notes were away. */
@Component
public final class AcceptedInvoices implements EventConsumer {

    private final Notes notes;

    @Activate
    public AcceptedInvoices(@Reference Notes notes) {
        this.notes = notes;
    }

    @Override
    public String name() {
        return "notes.accepted-invoices";
    }

    @Override
    public Set<String> types() {
        return Set.of("accounting.invoice.accepted");
    }

    @Override
    public void consume(Event event) {
        String entry = String.valueOf(event.payload().get("entryNumber"));
        notes.write(NotesFunction.TEXTS.text("accepted").in(Locale.ENGLISH),
                NotesFunction.TEXTS.text("accepted.text", event.by(), entry).in(Locale.ENGLISH), Optional.empty());
    }
}
