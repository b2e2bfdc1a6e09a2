package org.zaledje.accounting.ui.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.accounting.AccountingPermissions;
import org.zaledje.accounting.invoice.ReceivedInvoices;
import org.zaledje.accounting.ledger.ChartOfAccounts;
import org.zaledje.accounting.ledger.Ledger;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.document.Documents;
import org.zaledje.platform.function.FunctionNavigation;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.ui.FunctionViews;
import org.zaledje.platform.ui.View;

/** The pages of accounting, made with the services that they call. */
@Component(service = {FunctionViews.class, FunctionNavigation.class})
public final class AccountingViews implements FunctionViews {

    static final String INVOICES = "accounting";
    static final String INVOICE = "accounting/invoices/";
    static final String ENTRIES = "accounting/entries";
    static final String ENTRY = "accounting/entries/";
    static final String NEW_ENTRY = "accounting/entries/new";
    static final String ACCOUNTS = "accounting/accounts";
    static final String TRIAL_BALANCE = "accounting/trial-balance";

    static final Texts TEXTS = Texts.beside(AccountingViews.class);

    private final List<View<?>> views;

    @Activate
    public AccountingViews(
            @Reference ReceivedInvoices invoices,
            @Reference Ledger ledger,
            @Reference ChartOfAccounts chart,
            @Reference Companies companies,
            @Reference AuditLog audit,
            @Reference Documents documents) {
        views = List.of(
                View.inDrawer(INVOICES, InvoicesView.class, TEXTS.text("invoices"), "invoice",
                        () -> new InvoicesView(invoices))
                        .requiring(AccountingPermissions.INVOICE_READ),
                View.of(INVOICE + ":id", InvoiceView.class, TEXTS.text("invoice"),
                        () -> new InvoiceView(invoices, audit, documents,
                                new EntryEditor(chart, companies.current().currency())))
                        .requiring(AccountingPermissions.INVOICE_READ),
                View.inDrawer(ENTRIES, EntriesView.class, TEXTS.text("entries"), "book",
                        () -> new EntriesView(ledger, companies.current().currency()))
                        .requiring(AccountingPermissions.LEDGER_READ),
                View.of(NEW_ENTRY, NewEntryView.class, TEXTS.text("entry.new"),
                        () -> new NewEntryView(ledger, new EntryEditor(chart, companies.current().currency())))
                        .requiring(AccountingPermissions.ENTRY_POST),
                View.of(ENTRY + ":id", EntryView.class, TEXTS.text("entry"),
                        () -> new EntryView(ledger, audit, documents, companies.current().currency()))
                        .requiring(AccountingPermissions.LEDGER_READ),
                View.inDrawer(ACCOUNTS, AccountsView.class, TEXTS.text("accounts"), "list-ol",
                        () -> new AccountsView(chart))
                        .requiring(AccountingPermissions.LEDGER_READ),
                View.inDrawer(TRIAL_BALANCE, TrialBalanceView.class, TEXTS.text("trial-balance"), "scale",
                        () -> new TrialBalanceView(ledger, companies.current().currency()))
                        .requiring(AccountingPermissions.LEDGER_READ));
    }

    /** What an action in the audit trail is called. */
    static LocalizedText action(String action) {
        return TEXTS.text("action." + action);
    }

    @Override
    public String functionId() {
        return "accounting";
    }

    @Override
    public List<View<?>> views() {
        return views;
    }
}
