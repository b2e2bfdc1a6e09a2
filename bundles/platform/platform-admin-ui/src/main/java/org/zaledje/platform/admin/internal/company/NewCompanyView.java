package org.zaledje.platform.admin.internal.company;

import static org.zaledje.platform.admin.internal.company.CompanyViews.TEXTS;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.Currency;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.company.CompanyAdministration;
import org.zaledje.platform.company.CompanyDetails;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.UnsavedInput;
import org.zaledje.platform.ui.ViewLayout;

/** A company to be added. */
final class NewCompanyView extends ViewLayout implements UnsavedInput {

    private static final long serialVersionUID = 1L;
    private static final transient CompanyDetails USUAL = CompanyDetails.of("", "SI", Currency.getInstance("EUR"));

    private final CompanyFields fields = new CompanyFields(USUAL);
    private transient CompanyDetails saved = USUAL;

    NewCompanyView(CompanyAdministration companies) {
        super(TEXTS.text("company.new"));
        setWayBack(TEXTS.text("companies"), CompanyViews.COMPANIES);
        Button add = new Button(Language.tell(TEXTS.text("company.add")), click -> Messages.attempt(() -> {
            CompanyDetails details = fields.value(USUAL);
            Company added = companies.add(details);
            saved = details;
            UI.getCurrent().navigate(CompanyViews.COMPANY + added.id());
            Messages.success(TEXTS.text("company.added", added.name()));
        }));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add.setId("add-company");
        setActions(add);
        setContent(fields);
    }

    @Override
    public boolean hasUnsavedInput() {
        return !fields.value(USUAL).equals(saved);
    }
}
