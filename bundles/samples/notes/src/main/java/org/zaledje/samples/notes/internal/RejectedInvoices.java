package org.zaledje.samples.notes.internal;

import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.event.Event;
import org.zaledje.platform.event.EventConsumer;

/** Writes a note for each invoice that accounting has refused, once, also for those refused while notes were away. */
@Component
public final class RejectedInvoices implements EventConsumer {

    private final Notes notes;

    @Activate
    public RejectedInvoices(@Reference Notes notes) {
        this.notes = notes;
    }

    @Override
    public String name() {
        return "notes.rejected-invoices";
    }

    @Override
    public Set<String> types() {
        return Set.of("accounting.invoice.rejected");
    }

    @Override
    public void consume(Event event) {
        String rules = String.valueOf(event.payload().get("rules"));
        notes.write(NotesFunction.TEXTS.text("rejected").in(Locale.ENGLISH),
                NotesFunction.TEXTS.text("rejected.text", event.by(), rules).in(Locale.ENGLISH));
    }
}
