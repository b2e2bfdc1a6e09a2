package org.zaledje.platform.admin.internal.people;

import static org.zaledje.platform.admin.internal.people.PeopleViews.TEXTS;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import org.zaledje.platform.admin.internal.RouteIds;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.people.Role;
import org.zaledje.platform.people.RoleDraft;
import org.zaledje.platform.people.Roles;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.Confirmation;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.ViewLayout;

/** One role. */
final class RoleView extends ViewLayout implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient Roles roles;
    private final transient AuditLog audit;

    RoleView(Roles roles, AuditLog audit) {
        super(TEXTS.text("role"));
        this.roles = roles;
        this.audit = audit;
        setWayBack(TEXTS.text("roles"), PeopleViews.ROLES);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteIds.of(event).ifPresentOrElse(
                asked -> show(roles.get(asked)), () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(Role role) {
        setTitle(LocalizedText.verbatim(role.name()));
        if (role.id().equals(Role.ADMINISTRATOR)) {
            setContent(new Paragraph(Language.tell(TEXTS.text("role.administrator"))));
            return;
        }
        RoleFields fields = new RoleFields(roles.offered());
        fields.setValue(new RoleDraft(role.name(), role.description(), role.permissions(), role.secondFactorRequired()));
        Button save = new Button(Language.tell(TEXTS.text("save")), click -> Messages.attempt(() -> {
            show(roles.change(role.id(), fields.value()));
            Messages.success(TEXTS.text("saved"));
        }));
        save.setId("save");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button remove = new Button(Language.tell(TEXTS.text("remove")), click -> Confirmation.ask(
                TEXTS.text("role.remove.ask", role.name()), TEXTS.text("role.remove.text"), TEXTS.text("remove"),
                () -> Messages.attempt(() -> {
                    roles.remove(role.id());
                    UI.getCurrent().navigate(PeopleViews.ROLES);
                })));
        setActions(remove, save);
        setContent(fields, PeopleViews.activity(audit, "people.role", role.id()));
    }
}
