package org.zaledje.accounting.ui.internal;

import static org.zaledje.accounting.ui.internal.AccountingViews.TEXTS;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Currency;
import org.zaledje.accounting.AccountingRecords;
import org.zaledje.accounting.ledger.JournalEntry;
import org.zaledje.accounting.ledger.Ledger;
import org.zaledje.platform.ui.EmptyState;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.ViewLayout;

/** Posted journal entries, latest first. */
final class EntriesView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    EntriesView(Ledger ledger, Currency currency) {
        super(TEXTS.text("entries"));
        Button make = new Button(Language.tell(TEXTS.text("entry.new")), VaadinIcon.PLUS.create(),
                click -> UI.getCurrent().navigate(AccountingViews.NEW_ENTRY));
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        make.setId("new-entry");
        setActions(make);
        setContent(new RecordList<JournalEntry>(Ledger.ENTRIES, ledger::entries)
                .link(TEXTS.text("number"), JournalEntry::number, entry -> AccountingViews.ENTRY + entry.id()).field("number")
                .date(TEXTS.text("date"), JournalEntry::date).field("date")
                .text(TEXTS.text("description"), JournalEntry::description).field("description")
                .amount(TEXTS.text("amount"), JournalEntry::total, entry -> currency).field("total")
                .text(TEXTS.text("posted.by"), JournalEntry::postedBy).field("postedBy")
                .whenEmpty(new EmptyState("book", TEXTS.text("entries.none"), TEXTS.text("entries.none.todo")))
                .changesOf(AccountingRecords.ENTRY)
                .exchange(Ledger.ENTRIES.name()));
    }
}
