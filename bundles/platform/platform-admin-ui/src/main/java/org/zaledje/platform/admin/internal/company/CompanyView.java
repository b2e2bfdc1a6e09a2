package org.zaledje.platform.admin.internal.company;

import static org.zaledje.platform.admin.internal.company.CompanyViews.TEXTS;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import java.util.function.Supplier;
import org.zaledje.platform.admin.internal.RouteIds;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.company.CompanyAdministration;
import org.zaledje.platform.rest.ExpectedVersion;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.Activity;
import org.zaledje.platform.ui.Badge;
import org.zaledje.platform.ui.Badge.Mood;
import org.zaledje.platform.ui.Code;
import org.zaledje.platform.ui.Confirmation;
import org.zaledje.platform.ui.Facts;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.UnsavedInput;
import org.zaledje.platform.ui.ViewLayout;

/** One company: what is known of it, and its end. */
final class CompanyView extends ViewLayout implements BeforeEnterObserver, UnsavedInput {

    private static final long serialVersionUID = 1L;

    private final transient CompanyAdministration companies;
    private final transient AuditLog audit;
    private transient Company read;
    private transient CompanyFields fields;

    CompanyView(CompanyAdministration companies, AuditLog audit) {
        super(TEXTS.text("company"));
        this.companies = companies;
        this.audit = audit;
        setWayBack(TEXTS.text("companies"), CompanyViews.COMPANIES);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteIds.of(event).flatMap(companies::find)
                .ifPresentOrElse(this::show, () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(Company company) {
        read = company;
        fields = new CompanyFields(company.details()).withFixedCurrency();
        setTitle(LocalizedText.verbatim(company.name()));
        Button save = button("save", () -> companies.change(company.id(), ExpectedVersion.of(company.version()),
                fields.value(company.details())));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        setActions(company.isClosed() ? button("reopen",
                () -> companies.reopen(company.id(), ExpectedVersion.of(company.version()))) : closing(company), save);
        Facts facts = new Facts()
                .add(TEXTS.text("state"), new Badge(TEXTS.text(company.isClosed() ? "state.closed" : "state.open"),
                        company.isClosed() ? Mood.NEUTRAL : Mood.GOOD))
                .add(TEXTS.text("closed-at"), company.closedAt().map(Formats.current()::moment))
                .add(TEXTS.text("id"), new Code(company.id().toString()));
        setContent(facts, fields, new Activity(audit, new RecordRef("companies.company", company.id().toString()),
                CompanyAdministration.MANAGE, action -> TEXTS.text("action." + action.substring(action.lastIndexOf('.') + 1))));
    }

    private Button closing(Company company) {
        Button close = new Button(Language.tell(TEXTS.text("close")), click -> Confirmation.ask(
                TEXTS.text("close.ask", company.name()), TEXTS.text("close.text"), TEXTS.text("close"),
                () -> act(() -> companies.close(company.id(), ExpectedVersion.of(company.version())))));
        close.setId("close");
        close.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        return close;
    }

    private Button button(String key, Supplier<Company> work) {
        Button button = new Button(Language.tell(TEXTS.text(key)), click -> act(work));
        button.setId(key);
        return button;
    }

    private void act(Supplier<Company> work) {
        Messages.attempt(() -> {
            show(work.get());
            Messages.success(TEXTS.text("saved"));
        });
    }

    @Override
    public boolean hasUnsavedInput() {
        return read != null && !fields.value(read.details()).equals(read.details());
    }
}
