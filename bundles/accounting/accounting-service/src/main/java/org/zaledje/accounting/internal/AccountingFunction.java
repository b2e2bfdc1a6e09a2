package org.zaledje.accounting.internal;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.zaledje.accounting.AccountingPermissions;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.text.LocalizedText;

/** Accounting, as the platform shows it. */
@Component
public final class AccountingFunction implements BackOfficeFunction {

    public static final String ID = "accounting";

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
}
