package org.zaledje.accounting.ui.internal;

import static org.zaledje.accounting.ui.internal.AccountingViews.TEXTS;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import java.math.BigDecimal;
import java.util.Currency;
import org.zaledje.accounting.AccountingPermissions;
import org.zaledje.accounting.AccountingRecords;
import org.zaledje.accounting.ledger.EntryLine;
import org.zaledje.accounting.ledger.JournalEntry;
import org.zaledje.accounting.ledger.Ledger;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.document.Documents;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.Activity;
import org.zaledje.platform.ui.Facts;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.ViewLayout;
import org.zaledje.platform.ui.document.DocumentsPanel;

/** One posted journal entry. */
final class EntryView extends ViewLayout implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient Ledger ledger;
    private final transient AuditLog audit;
    private final transient Documents documents;
    private final Currency currency;

    EntryView(Ledger ledger, AuditLog audit, Documents documents, Currency currency) {
        super(TEXTS.text("entry"));
        this.ledger = ledger;
        this.audit = audit;
        this.documents = documents;
        this.currency = currency;
        setWayBack(TEXTS.text("entries"), AccountingViews.ENTRIES);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteId.of(event).flatMap(ledger::find)
                .ifPresentOrElse(this::show, () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(JournalEntry entry) {
        Formats formats = Formats.current();
        RecordRef record = new RecordRef(AccountingRecords.ENTRY, entry.id().toString());
        setTitle(LocalizedText.verbatim(entry.number()));
        setContent(new Facts()
                .add(TEXTS.text("date"), formats.date(entry.date()))
                .add(TEXTS.text("description"), entry.description())
                .add(TEXTS.text("amount"), formats.amount(entry.total(), currency))
                .add(TEXTS.text("posted"), formats.moment(entry.postedAt()) + ", " + entry.postedBy()), lines(entry),
                new DocumentsPanel(documents, record), new Activity(audit, record,
                        AccountingPermissions.LEDGER_READ, AccountingViews::action));
    }

    private Component lines(JournalEntry entry) {
        Grid<EntryLine> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
        grid.setAllRowsVisible(true);
        grid.addColumn(EntryLine::account).setHeader(Language.tell(TEXTS.text("account")));
        grid.addColumn(EntryLine::description).setHeader(Language.tell(TEXTS.text("description"))).setFlexGrow(3);
        grid.addColumn(line -> amount(line.debit())).setHeader(Language.tell(TEXTS.text("debit")))
                .setTextAlign(ColumnTextAlign.END);
        grid.addColumn(line -> amount(line.credit())).setHeader(Language.tell(TEXTS.text("credit")))
                .setTextAlign(ColumnTextAlign.END);
        grid.setItems(entry.lines());
        return grid;
    }

    private String amount(BigDecimal amount) {
        return amount.signum() == 0 ? "" : Formats.current().amount(amount, currency);
    }
}
