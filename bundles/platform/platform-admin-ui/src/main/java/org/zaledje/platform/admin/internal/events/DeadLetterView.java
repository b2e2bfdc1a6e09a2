package org.zaledje.platform.admin.internal.events;

import static org.zaledje.platform.admin.internal.events.EventViews.TEXTS;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import org.zaledje.platform.admin.internal.RouteIds;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.event.DeadLetter;
import org.zaledje.platform.event.EventDeliveries;
import org.zaledje.platform.event.EventPermissions;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.Activity;
import org.zaledje.platform.ui.Code;
import org.zaledje.platform.ui.Confirmation;
import org.zaledje.platform.ui.Facts;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.UnsavedInput;
import org.zaledje.platform.ui.ViewLayout;

/** One dead letter: what failed and why; its payload can be repaired before it is sent again. */
final class DeadLetterView extends ViewLayout implements BeforeEnterObserver, UnsavedInput {

    private static final long serialVersionUID = 1L;

    private final transient EventDeliveries deliveries;
    private final transient AuditLog audit;
    private final TextArea payload = new TextArea(Language.tell(TEXTS.text("payload")));
    private String saved = "";

    DeadLetterView(EventDeliveries deliveries, AuditLog audit) {
        super(TEXTS.text("dead-letter"));
        this.deliveries = deliveries;
        this.audit = audit;
        setWayBack(TEXTS.text("dead-letters"), EventViews.DEAD_LETTERS);
        payload.setId("payload");
        payload.setWidthFull();
        payload.getStyle().set("font-family", "monospace");
        payload.setHelperText(Language.tell(TEXTS.text("payload.help")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteIds.of(event).flatMap(deliveries::deadLetter)
                .ifPresentOrElse(this::show, () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(DeadLetter letter) {
        setTitle(LocalizedText.verbatim(letter.event().type()));
        saved = deliveries.payload(letter.id());
        payload.setValue(saved);
        Button repair = new Button(Language.tell(TEXTS.text("repair")), click -> Messages.attempt(() -> {
            show(deliveries.repair(letter.id(), payload.getValue()));
            Messages.success(TEXTS.text("repaired"));
        }));
        repair.setId("repair");
        Button resend = new Button(Language.tell(TEXTS.text("resend")), click -> leave(letter,
                () -> deliveries.resend(letter.id()), TEXTS.text("resent", 1)));
        resend.setId("resend");
        resend.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button discard = new Button(Language.tell(TEXTS.text("discard")), click -> Confirmation.ask(
                TEXTS.text("discard.ask", 1), TEXTS.text("discard.text"), TEXTS.text("discard"), () -> leave(letter,
                        () -> deliveries.discard(letter.id()), TEXTS.text("discarded", 1))));
        discard.setId("discard");
        discard.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        setActions(discard, resend);
        Div form = new Div(payload, repair);
        form.addClassName("z-card");
        setContent(facts(letter), failure(letter), form, new Activity(audit,
                new RecordRef("events.dead-letter", letter.id().toString()), EventPermissions.READ,
                action -> TEXTS.text("action." + action.substring(action.lastIndexOf('.') + 1))));
    }

    /** Input that is not saved stays where it is: what was resent is what was repaired. */
    private void leave(DeadLetter letter, Runnable work, LocalizedText done) {
        if (hasUnsavedInput()) {
            Messages.problem(TEXTS.text("payload.unsaved"));
        } else if (Messages.attempt(work)) {
            UI.getCurrent().navigate(EventViews.DEAD_LETTERS);
            Messages.success(done);
        }
    }

    private static Facts facts(DeadLetter letter) {
        Formats formats = Formats.current();
        return new Facts()
                .add(TEXTS.text("consumer"), letter.consumer())
                .add(TEXTS.text("published"), formats.moment(letter.event().at()))
                .add(TEXTS.text("published.by"), letter.event().by())
                .add(TEXTS.text("failed"), formats.moment(letter.failedAt()))
                .add(TEXTS.text("tries"), String.valueOf(letter.tries()))
                .add(TEXTS.text("held-back"), String.valueOf(letter.heldBack()))
                .add(TEXTS.text("repaired.already"), letter.repaired() ? Language.tell(TEXTS.text("yes")) : "")
                .add(TEXTS.text("aggregate"), new Code(letter.event().aggregate().toString()))
                .add(TEXTS.text("event"), new Code(letter.event().id().toString()));
    }

    private static Div failure(DeadLetter letter) {
        Pre said = new Pre(letter.error());
        said.setId("error");
        said.getStyle().set("white-space", "pre-wrap").set("overflow-wrap", "anywhere");
        Div failure = new Div(new H2(Language.tell(TEXTS.text("error"))), said,
                new Paragraph(Language.tell(TEXTS.text("dead-letter.means", letter.heldBack()))));
        failure.addClassName("z-card");
        return failure;
    }

    @Override
    public boolean hasUnsavedInput() {
        return !payload.getValue().equals(saved);
    }
}
