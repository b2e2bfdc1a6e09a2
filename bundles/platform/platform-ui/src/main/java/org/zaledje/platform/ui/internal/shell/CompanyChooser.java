package org.zaledje.platform.ui.internal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.ui.AccessibleName;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.internal.UiTexts;
import org.zaledje.platform.ui.internal.login.SignIn;

/** The company that its reader works in, and the way into another one of theirs. */
final class CompanyChooser extends Div {

    private static final long serialVersionUID = 1L;

    CompanyChooser(SignIn signIn) {
        setId("company");
        List<Company> companies = signIn.companies(VaadinSession.getCurrent());
        Optional<UUID> worksIn = signIn.caller(VaadinSession.getCurrent()).flatMap(Caller::company);
        Optional<Company> current =
                companies.stream().filter(company -> worksIn.equals(Optional.of(company.id()))).findFirst();
        if (current.isPresent() && companies.size() == 1) {
            add(new Span(current.get().name()));
        } else if (!companies.isEmpty()) {
            add(box(companies, current, signIn));
        }
    }

    private static ComboBox<Company> box(List<Company> companies, Optional<Company> current, SignIn signIn) {
        ComboBox<Company> box = new ComboBox<>();
        box.addThemeVariants(ComboBoxVariant.LUMO_SMALL);
        box.setItems(companies);
        box.setItemLabelGenerator(Company::name);
        box.setPlaceholder(UiTexts.tell("shell.company.choose"));
        box.getElement().setAttribute("title", UiTexts.tell("shell.company"));
        AccessibleName.give(box, UiTexts.text("shell.company"));
        current.ifPresent(box::setValue);
        box.addValueChangeListener(chosen -> {
            if (chosen.isFromClient()) {
                // It shows where the reader is; the page that asks about unsaved input may yet keep them there.
                box.setValue(current.orElse(null));
                Optional.ofNullable(chosen.getValue()).filter(company -> !current.equals(Optional.of(company)))
                        .ifPresent(company -> signIn.changeCompany(UI.getCurrent(), company.id(),
                                () -> Messages.problem(UiTexts.text("shell.company.unsaved"))));
            }
        });
        return box;
    }
}
