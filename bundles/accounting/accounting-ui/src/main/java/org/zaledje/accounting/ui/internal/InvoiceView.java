package org.zaledje.accounting.ui.internal;

import static org.zaledje.accounting.ui.internal.AccountingViews.TEXTS;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import java.util.Optional;
import java.util.UUID;
import org.zaledje.accounting.AccountingPermissions;
import org.zaledje.accounting.AccountingRecords;
import org.zaledje.accounting.invoice.OriginalDocument;
import org.zaledje.accounting.invoice.ReceivedInvoice;
import org.zaledje.accounting.invoice.ReceivedInvoices;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.document.Documents;
import org.zaledje.platform.procedure.ProcedureRun;
import org.zaledje.platform.procedure.Procedures;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.Activity;
import org.zaledje.platform.ui.Badge;
import org.zaledje.platform.ui.Download;
import org.zaledje.platform.ui.Facts;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.ViewLayout;
import org.zaledje.platform.ui.Workplace;
import org.zaledje.platform.ui.document.DocumentsPanel;
import org.zaledje.platform.ui.task.ProcedureStanding;

/** One received invoice: what it says, its original, and the entry it is posted with. */
final class InvoiceView extends ViewLayout implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient ReceivedInvoices invoices;
    private final transient AuditLog audit;
    private final transient Documents documents;
    private final EntryEditor editor;

    InvoiceView(ReceivedInvoices invoices, AuditLog audit, Documents documents, EntryEditor editor) {
        super(TEXTS.text("invoice"));
        this.invoices = invoices;
        this.audit = audit;
        this.documents = documents;
        this.editor = editor;
        setWayBack(TEXTS.text("invoices"), AccountingViews.INVOICES);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<ReceivedInvoice> invoice = RouteId.of(event).flatMap(invoices::find);
        invoice.ifPresentOrElse(this::show, () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(ReceivedInvoice invoice) {
        setTitle(LocalizedText.verbatim(invoice.sellerName() + " · " + invoice.number()));
        Download original = originalOf(invoice);
        if (invoice.state() == ReceivedInvoice.State.POSTED) {
            setActions(original);
            setContent(facts(invoice), standing(invoice), lines(invoice), documents(invoice), activity(invoice));
            return;
        }
        if (invoices.lacksApproval(invoice.id())) {
            Button send = new Button(Language.tell(TEXTS.text("invoice.send")), click -> send(invoice));
            send.setId("send-invoice");
            send.setVisible(!isUnderWay(invoice));
            setActions(original, send);
            setContent(facts(invoice), standing(invoice), lines(invoice), documents(invoice), activity(invoice));
            return;
        }
        editor.setDraft(invoices.propose(invoice.id()));
        Button post = new Button(Language.tell(TEXTS.text("invoice.post")), click -> post(invoice.id()));
        post.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        post.setId("post-invoice");
        post.setDisableOnClick(true);
        setActions(original, post);
        Div posting = new Div(
                new H3(Language.tell(TEXTS.text("posting"))),
                new Paragraph(Language.tell(TEXTS.text("posting.proposed"))),
                editor);
        posting.addClassName("z-card");
        setContent(facts(invoice), standing(invoice), lines(invoice), posting, documents(invoice), activity(invoice));
        post.addClickListener(click -> post.setEnabled(true));
    }

    private static boolean isUnderWay(ReceivedInvoice invoice) {
        return Workplace.current().service(Procedures.class).flatMap(procedures -> procedures.state(record(invoice)))
                .filter(state -> state == ProcedureRun.State.RUNNING).isPresent();
    }

    private void send(ReceivedInvoice invoice) {
        if (Messages.attempt(() -> invoices.requestApproval(invoice.id()))) {
            show(invoice);
            Messages.success(TEXTS.text("invoice.sent"));
        }
    }

    private ProcedureStanding standing(ReceivedInvoice invoice) {
        return new ProcedureStanding(record(invoice), () -> invoices.find(invoice.id()).ifPresent(this::show));
    }

    private DocumentsPanel documents(ReceivedInvoice invoice) {
        return new DocumentsPanel(documents, record(invoice));
    }

    private static RecordRef record(ReceivedInvoice invoice) {
        return new RecordRef(AccountingRecords.INVOICE, invoice.id().toString());
    }

    private Activity activity(ReceivedInvoice invoice) {
        return new Activity(audit, record(invoice),
                AccountingPermissions.INVOICE_READ, AccountingViews::action);
    }

    private void post(UUID id) {
        if (Messages.attempt(() -> invoices.post(id, editor.draft()))) {
            invoices.find(id).ifPresent(posted -> {
                show(posted);
                Messages.success(TEXTS.text("invoice.posted", posted.entryNumber().orElseThrow()));
            });
        }
    }

    private Download originalOf(ReceivedInvoice invoice) {
        OriginalDocument file = invoices.original(invoice.id()).orElseThrow();
        return new Download(TEXTS.text("original"), file.fileName(), file.mediaType(),
                () -> invoices.original(invoice.id()).orElseThrow().content());
    }

    private static Component facts(ReceivedInvoice invoice) {
        Formats formats = Formats.current();
        Facts facts = new Facts()
                .add(TEXTS.text("supplier"), invoice.sellerName())
                .add(TEXTS.text("supplier.id"), invoice.sellerId())
                .add(TEXTS.text("buyer"), invoice.buyerName())
                .add(TEXTS.text("kind"), Language.tell(TEXTS.text("kind." + invoice.kind())))
                .add(TEXTS.text("number"), invoice.number())
                .add(TEXTS.text("issued"), formats.date(invoice.issueDate()))
                .add(TEXTS.text("due"), invoice.dueDate().map(formats::date))
                .add(TEXTS.text("net"), formats.amount(invoice.netAmount(), invoice.currency()))
                .add(TEXTS.text("vat"), formats.amount(invoice.vatAmount(), invoice.currency()))
                .add(TEXTS.text("total"), formats.amount(invoice.totalAmount(), invoice.currency()))
                .add(TEXTS.text("payable"), formats.amount(invoice.payableAmount(), invoice.currency()))
                .add(TEXTS.text("state"), new Badge(TEXTS.text("state." + invoice.state()), InvoicesView.mood(invoice)));
        invoice.entryId().ifPresent(id -> facts.add(TEXTS.text("entry"),
                new Anchor(AccountingViews.ENTRY + id, invoice.entryNumber().orElseThrow())));
        facts.add(TEXTS.text("received"), formats.moment(invoice.receivedAt()) + ", " + invoice.receivedBy());
        if (!invoice.note().isBlank()) {
            facts.add(TEXTS.text("note"), invoice.note());
        }
        return facts;
    }

    private static Component lines(ReceivedInvoice invoice) {
        Formats formats = Formats.current();
        Grid<ReceivedInvoice.Line> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
        grid.setAllRowsVisible(true);
        grid.addColumn(ReceivedInvoice.Line::description).setHeader(Language.tell(TEXTS.text("item"))).setFlexGrow(3);
        grid.addColumn(line -> formats.number(line.quantity()) + " " + line.unit())
                .setHeader(Language.tell(TEXTS.text("quantity"))).setTextAlign(ColumnTextAlign.END);
        grid.addColumn(line -> line.vatRate().map(rate -> formats.number(rate) + " %").orElse(""))
                .setHeader(Language.tell(TEXTS.text("vat"))).setTextAlign(ColumnTextAlign.END);
        grid.addColumn(line -> formats.amount(line.netAmount(), invoice.currency()))
                .setHeader(Language.tell(TEXTS.text("net"))).setTextAlign(ColumnTextAlign.END);
        grid.setItems(invoice.lines());
        return grid;
    }
}
