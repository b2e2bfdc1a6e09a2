package org.zaledje.accounting.internal;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.accounting.AccountingPermissions;
import org.zaledje.accounting.invoice.ReceivedInvoices;
import org.zaledje.accounting.ledger.Ledger;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.function.SuggestedRole;
import org.zaledje.platform.procedure.Tasks;
import org.zaledje.platform.text.LocalizedText;

/** Accounting, as the platform shows it: not before it can do its work. */
@Component
public final class AccountingFunction implements BackOfficeFunction {

    public static final String ID = "accounting";

    /** The services are only waited for: their tables may still be made when this bundle starts. */
    @Activate
    public AccountingFunction(@Reference Ledger ledger, @Reference ReceivedInvoices invoices) {
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public LocalizedText title() {
        return AccountingTexts.text("function.title");
    }

    @Override
    public LocalizedText description() {
        return AccountingTexts.text("function.description");
    }

    @Override
    public String icon() {
        return "calc-book";
    }

    @Override
    public Set<String> permissions() {
        return AccountingPermissions.ALL;
    }

    @Override
    public LocalizedText permissionTitle(String permission) {
        return AccountingTexts.text("permission." + permission);
    }

    @Override
    public List<SuggestedRole> suggestedRoles() {
        return List.of(new SuggestedRole("invoice-approver", AccountingTexts.text("role.invoice-approver"),
                Set.of(AccountingPermissions.INVOICE_READ, AccountingPermissions.INVOICE_APPROVE, Tasks.WORK)));
    }
}
