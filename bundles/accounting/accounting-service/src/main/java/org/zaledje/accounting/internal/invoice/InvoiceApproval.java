package org.zaledje.accounting.internal.invoice;

import static org.zaledje.accounting.internal.AccountingTexts.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.accounting.AccountingPermissions;
import org.zaledje.accounting.AccountingRecords;
import org.zaledje.accounting.invoice.ReceivedInvoice;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.currency.ExchangeRates;
import org.zaledje.platform.persistence.CompanyRows;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.procedure.Candidate;
import org.zaledje.platform.procedure.Condition.Relation;
import org.zaledje.platform.procedure.Fact;
import org.zaledje.platform.procedure.ProcedurePlan;
import org.zaledje.platform.procedure.ProcedureRun;
import org.zaledje.platform.procedure.ProcedureType;
import org.zaledje.platform.procedure.Procedures;
import org.zaledje.platform.procedure.Step;
import org.zaledje.platform.procedure.Wording;
import org.zaledje.platform.text.LocalizedText;

/** Has invoices approved before they are posted, where the company's procedure asks for it. */
@Component(service = {InvoiceApproval.class, ProcedureType.class})
public final class InvoiceApproval implements ProcedureType {

    /** Id of the procedure. */
    public static final String ID = "accounting.invoice-approval";

    private static final int PEOPLE = 2;
    private static final String AMOUNT_MAX = "5000";
    private static final Duration DUE = Duration.ofHours(16);

    private final Procedures procedures;
    private final ExchangeRates rates;

    @Activate
    public InvoiceApproval(@Reference Procedures procedures, @Reference ExchangeRates rates) {
        this.procedures = procedures;
        this.rates = rates;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public LocalizedText title() {
        return text("approval");
    }

    @Override
    public String recordType() {
        return AccountingRecords.INVOICE;
    }

    @Override
    public List<Fact> facts() {
        return List.of(
                new Fact("amount", text("approval.amount"), Fact.Type.DECIMAL),
                new Fact("currency", text("approval.currency"), Fact.Type.TEXT),
                new Fact("kind", text("approval.kind"), Fact.Type.TEXT),
                new Fact("seller", text("approval.seller"), Fact.Type.TEXT),
                new Fact("due", text("approval.due"), Fact.Type.DATE));
    }

    /** Off until the company switches it on: where one person keeps the books, nobody could approve. */
    @Override
    public ProcedurePlan suggested() {
        return new ProcedurePlan(Wording.of(text("approval")), false, List.of(
                Step.approval("approve", Wording.of(text("approval.approve")), Candidate.permission(AccountingPermissions.INVOICE_APPROVE))
                        .approvedBy(PEOPLE).byOthersThan(Step.STARTER)
                        .when("kind", Relation.EQUAL, ReceivedInvoice.Kind.INVOICE.name())
                        .when("amount", Relation.MORE, AMOUNT_MAX)
                        .due(DUE)));
    }

    @Override
    public String readPermission() {
        return AccountingPermissions.INVOICE_READ;
    }

    @Override
    public Optional<String> page(String recordId) {
        return Optional.of("accounting/invoices/" + recordId);
    }

    /** Sends an invoice that was just received on its way, if it has to go there. */
    void received(CompanyRows books, InvoiceRow invoice) {
        if (procedures.asks(ID, facts(books.company(), invoice))) {
            start(books, invoice);
        }
    }

    /** Sends an invoice on its way, or once more when it was given back. */
    void request(CompanyRows books, InvoiceRow invoice) {
        if (invoice.entryId().isPresent() || state(invoice).equals(Optional.of(ProcedureRun.State.APPROVED))) {
            throw ProblemException.of(Kind.CONFLICT, "accounting.invoice.approved", text("accounting.invoice.approved"));
        }
        if (state(invoice).equals(Optional.of(ProcedureRun.State.RETURNED))) {
            procedures.resume(record(invoice), subject(invoice), facts(books.company(), invoice));
        } else {
            start(books, invoice);
        }
    }

    private void start(CompanyRows books, InvoiceRow invoice) {
        procedures.start(ID, record(invoice), subject(invoice), facts(books.company(), invoice), Set.of(invoice.receivedBy()));
    }

    /** @throws ProblemException CONFLICT when the invoice has to be approved and is not */
    void require(CompanyRows books, InvoiceRow invoice) {
        refusal(books, invoice).ifPresent(code -> {
            throw ProblemException.of(Kind.CONFLICT, code, text(code));
        });
    }

    /** Why the invoice can't be posted yet. */
    Optional<String> refusal(CompanyRows books, InvoiceRow invoice) {
        Optional<ProcedureRun.State> state = state(invoice);
        if (state.filter(ProcedureRun.State::open).isPresent()) {
            return Optional.of("accounting.invoice.under-approval");
        }
        if (state.equals(Optional.of(ProcedureRun.State.REJECTED))) {
            return Optional.of("accounting.invoice.turned-down");
        }
        boolean asked = !state.equals(Optional.of(ProcedureRun.State.APPROVED)) && procedures.asks(ID, facts(books.company(), invoice));
        return Optional.of("accounting.invoice.not-approved").filter(code -> asked);
    }

    private Optional<ProcedureRun.State> state(InvoiceRow invoice) {
        return procedures.state(record(invoice));
    }

    private static RecordRef record(InvoiceRow invoice) {
        return new RecordRef(AccountingRecords.INVOICE, invoice.id().toString());
    }

    private static String subject(InvoiceRow row) {
        ReceivedInvoice invoice = row.invoice(List.of());
        String amount = ", " + invoice.totalAmount().toPlainString() + " " + invoice.currency().getCurrencyCode();
        String what = invoice.number() + ", " + invoice.sellerName();
        int room = ProcedureRun.SUBJECT_LENGTH_MAX - amount.length();
        return (what.length() > room ? what.substring(0, room - 1) + "…" : what) + amount;
    }

    /** The amount is the company's currency's; without a rate it is not told, and conditions on it hold. */
    private Map<String, String> facts(Company company, InvoiceRow row) {
        ReceivedInvoice invoice = row.invoice(List.of());
        Map<String, String> facts = new TreeMap<>(Map.of("currency", invoice.currency().getCurrencyCode(),
                "kind", invoice.kind().name(), "seller", invoice.sellerName()));
        invoice.dueDate().ifPresent(day -> facts.put("due", day.toString()));
        rates.find(invoice.currency(), company.currency(), invoice.issueDate())
                .map(rate -> converted(invoice.totalAmount(), rate, company.currency().getDefaultFractionDigits()))
                .ifPresent(amount -> facts.put("amount", amount.toPlainString()));
        return facts;
    }

    private static BigDecimal converted(BigDecimal amount, BigDecimal rate, int decimals) {
        return amount.multiply(rate).setScale(Math.max(0, decimals), RoundingMode.HALF_UP);
    }
}
