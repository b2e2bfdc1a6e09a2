package org.zaledje.platform.admin.internal.company;

import static org.zaledje.platform.admin.internal.company.CompanyViews.TEXTS;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Optional;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.company.CompanyAdministration;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.ui.Badge.Mood;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.ViewLayout;

/** The companies in which its reader has rights, oldest first. */
final class CompaniesView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    CompaniesView(CompanyAdministration companies) {
        super(TEXTS.text("companies"));
        Button add = new Button(Language.tell(TEXTS.text("company.new")), VaadinIcon.PLUS.create(),
                click -> UI.getCurrent().navigate(CompanyViews.NEW_COMPANY));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add.setId("new-company");
        setActions(add);
        setContent(new RecordList<Company>(request -> new Page<>(companies.all(), Optional.empty()))
                .link(TEXTS.text("name"), Company::name, company -> CompanyViews.COMPANY + company.id())
                .text(TEXTS.text("tax-number"), company -> company.details().taxNumber())
                .text(TEXTS.text("country"), company -> CompanyFields.country(company.country()))
                .text(TEXTS.text("currency"), company -> company.currency().getCurrencyCode())
                .state(TEXTS.text("state"), company -> TEXTS.text(company.isClosed() ? "state.closed" : "state.open"),
                        company -> company.isClosed() ? Mood.NEUTRAL : Mood.GOOD));
    }
}
