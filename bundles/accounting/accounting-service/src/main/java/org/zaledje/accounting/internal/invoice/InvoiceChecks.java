package org.zaledje.accounting.internal.invoice;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.accounting.AccountingPermissions;
import org.zaledje.accounting.internal.AccountingTexts;
import org.zaledje.accounting.invoice.InvoiceValidation;
import org.zaledje.accounting.invoice.ValidationReport;
import org.zaledje.en16931.CheckedInvoice;
import org.zaledje.en16931.Finding;
import org.zaledje.en16931.InvoiceNode;
import org.zaledje.en16931.InvoiceRules;
import org.zaledje.en16931.UnreadableDocumentException;
import org.zaledje.en16931.UnreadableDocumentException.Reason;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.problem.Violation.Severity;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.text.LocalizedText;

/** The rules of EN 16931, told as the platform tells broken rules. */
@Component(service = {InvoiceValidation.class, InvoiceChecks.class})
public final class InvoiceChecks implements InvoiceValidation {

    private static final Map<Reason, String> UNREADABLE = Map.of(
            Reason.MALFORMED, "accounting.invoice.malformed",
            Reason.ENCODING, "accounting.invoice.wrong-encoding",
            Reason.DOCTYPE, "accounting.invoice.doctype",
            Reason.LIMIT, "accounting.invoice.beyond-limits");

    private final InvoiceRules rules;
    private final Callers callers;

    @Activate
    public InvoiceChecks(@Reference InvoiceRules rules, @Reference Callers callers) {
        this.rules = rules;
        this.callers = callers;
    }

    @Override
    public ValidationReport validate(byte[] document) {
        callers.require(AccountingPermissions.INVOICE_READ);
        return report(check(document));
    }

    /**
     * The document, which keeps schema and rules.
     *
     * @throws ProblemException as {@link InvoiceValidation#validate(byte[])}, and RULES_BROKEN when it breaks one
     */
    InvoiceNode requireValid(byte[] document) {
        CheckedInvoice checked = check(document);
        ValidationReport report = report(checked);
        if (!report.valid()) {
            throw ProblemException.rulesBroken("accounting.invoice.rules-broken",
                    AccountingTexts.text("accounting.invoice.rules-broken"), report.violations());
        }
        return checked.root();
    }

    /** A document that was valid when it came. */
    InvoiceNode read(byte[] document) {
        try {
            return rules.read(document);
        } catch (UnreadableDocumentException e) {
            throw problem(e);
        }
    }

    private CheckedInvoice check(byte[] document) {
        try {
            return rules.check(document);
        } catch (UnreadableDocumentException e) {
            throw problem(e);
        }
    }

    private static ValidationReport report(CheckedInvoice checked) {
        return new ValidationReport(checked.findings().stream().map(InvoiceChecks::violation).toList());
    }

    private static Violation violation(Finding finding) {
        Severity severity = finding.severity() == Finding.Severity.ERROR ? Severity.ERROR : Severity.WARNING;
        return new Violation(finding.rule(), severity, LocalizedText.verbatim(finding.message()), finding.location());
    }

    private static ProblemException problem(UnreadableDocumentException e) {
        if (e.reason() == Reason.NOT_AN_INVOICE) {
            String code = "accounting.invoice.unknown-document";
            LocalizedText detail = AccountingTexts.text(code, e.getMessage());
            return ProblemException.rulesBroken(code, detail, List.of(Violation.error(code, detail, "/*")));
        }
        String code = UNREADABLE.get(e.reason());
        Kind kind = e.reason() == Reason.LIMIT ? Kind.TOO_LARGE : Kind.UNREADABLE;
        return ProblemException.of(kind, code, AccountingTexts.text(code, e.getMessage(), e.location()));
    }
}
