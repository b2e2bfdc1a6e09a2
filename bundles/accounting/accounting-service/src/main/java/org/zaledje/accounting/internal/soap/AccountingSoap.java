package org.zaledje.accounting.internal.soap;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.jws.WebMethod;
import javax.jws.WebParam;
import javax.jws.WebResult;
import javax.jws.WebService;
import javax.jws.soap.SOAPBinding;
import javax.jws.soap.SOAPBinding.ParameterStyle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.accounting.AccountingPermissions;
import org.zaledje.accounting.internal.AccountingTexts;
import org.zaledje.accounting.invoice.InvoiceValidation;
import org.zaledje.accounting.invoice.ReceivedInvoices;
import org.zaledje.accounting.invoice.ValidationReport;
import org.zaledje.accounting.ledger.Ledger;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.soap.SoapEndpoint;
import org.zaledje.platform.soap.SoapProblem;

/**
 * Accounting over SOAP. An invoice is sent as it is, as the one element inside the element of {@code submitInvoice} or
 * {@code validateInvoice}; that is why these two are bare.
 */
@Component(service = SoapEndpoint.class, property = "zaledje.function=accounting")
@WebService(name = "Accounting", serviceName = "AccountingService", portName = "AccountingPort",
        targetNamespace = AccountingSoap.NAMESPACE)
public final class AccountingSoap implements SoapEndpoint {

    static final String NAMESPACE = "urn:zaledje:accounting";

    private final ReceivedInvoices invoices;
    private final InvoiceValidation validation;
    private final Ledger ledger;
    private final Callers callers;

    @Activate
    public AccountingSoap(@Reference ReceivedInvoices invoices, @Reference InvoiceValidation validation,
            @Reference Ledger ledger, @Reference Callers callers) {
        this.invoices = invoices;
        this.validation = validation;
        this.ledger = ledger;
        this.callers = callers;
    }

    @WebMethod
    @SOAPBinding(parameterStyle = ParameterStyle.BARE)
    @WebResult(name = "submitInvoiceResponse", targetNamespace = NAMESPACE, partName = "result")
    public SoapInvoice submitInvoice(
            @WebParam(name = "submitInvoice", targetNamespace = NAMESPACE, partName =
                    "parameters") InvoiceDocument document)
            throws SoapProblem {
        return problems().call(() -> SoapInvoices.of(invoices.submit(DocumentBytes.of(document))));
    }

    @WebMethod
    @SOAPBinding(parameterStyle = ParameterStyle.BARE)
    @WebResult(name = "validateInvoiceResponse", targetNamespace = NAMESPACE, partName = "result")
    public SoapValidation validateInvoice(
            @WebParam(name = "validateInvoice", targetNamespace = NAMESPACE, partName =
                    "parameters") InvoiceDocument document)
            throws SoapProblem {
        SoapProblems problems = problems();
        ValidationReport report = problems.call(() -> validation.validate(DocumentBytes.of(document)));
        SoapValidation message = new SoapValidation();
        message.valid = report.valid();
        message.violation.addAll(problems.brokenRules(report.violations()));
        return message;
    }

    @WebMethod
    @WebResult(name = "invoice", targetNamespace = NAMESPACE)
    public SoapInvoice getInvoice(@WebParam(name = "id", targetNamespace = NAMESPACE) String id) throws SoapProblem {
        return problems().call(() -> {
            // Before the input is looked at: the service is not asked for what is no id.
            callers.require(AccountingPermissions.INVOICE_READ);
            return uuid(id).flatMap(invoices::find).map(SoapInvoices::of)
                    .orElseThrow(() -> ProblemException.of(Kind.NOT_FOUND, "accounting.invoice.not-found",
                            AccountingTexts.text("accounting.invoice.not-found", String.valueOf(id))));
        });
    }

    @WebMethod
    @WebResult(name = "entry", targetNamespace = NAMESPACE)
    public SoapEntry postEntry(@WebParam(name = "entry", targetNamespace =
            NAMESPACE) SoapEntry entry) throws SoapProblem {
        return problems().call(() -> {
            // Before the input is looked at: a draft that can't be made does not reach the service.
            callers.require(AccountingPermissions.ENTRY_POST);
            return SoapEntries.of(ledger.post(SoapEntries.draft(Optional.ofNullable(entry))));
        });
    }

    @WebMethod
    @WebResult(name = "trialBalance", targetNamespace = NAMESPACE)
    public SoapTrialBalance getTrialBalance() throws SoapProblem {
        return problems().call(() -> SoapEntries.of(ledger.trialBalance()));
    }

    private SoapProblems problems() {
        return new SoapProblems(callers.current().map(Caller::locale).orElse(Locale.ENGLISH));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.ofNullable(text).map(String::strip).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
