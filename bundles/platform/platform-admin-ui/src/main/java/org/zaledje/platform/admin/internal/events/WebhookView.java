package org.zaledje.platform.admin.internal.events;

import static org.zaledje.platform.admin.internal.events.EventViews.TEXTS;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import java.math.BigDecimal;
import org.zaledje.platform.admin.internal.RouteIds;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.event.EventPermissions;
import org.zaledje.platform.event.IssuedWebhook;
import org.zaledje.platform.event.Webhook;
import org.zaledje.platform.event.WebhookDelivery;
import org.zaledje.platform.event.Webhooks;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.Activity;
import org.zaledje.platform.ui.Badge;
import org.zaledje.platform.ui.Badge.Mood;
import org.zaledje.platform.ui.Code;
import org.zaledje.platform.ui.Confirmation;
import org.zaledje.platform.ui.EmptyState;
import org.zaledje.platform.ui.Facts;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.ViewLayout;

/** One webhook: what was sent lately and what came of it; test it, pause it, give it another secret, end it. */
final class WebhookView extends ViewLayout implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient Webhooks webhooks;
    private final transient AuditLog audit;
    private final Div secret = new Div();

    WebhookView(Webhooks webhooks, AuditLog audit) {
        super(TEXTS.text("webhook"));
        this.webhooks = webhooks;
        this.audit = audit;
        setWayBack(TEXTS.text("webhooks"), EventViews.WEBHOOKS);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteIds.of(event).flatMap(webhooks::find)
                .ifPresentOrElse(this::show, () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(Webhook webhook) {
        setTitle(LocalizedText.verbatim(webhook.url()));
        RecordList<WebhookDelivery> sent = deliveries(webhook);
        Button test = button("test", () -> test(webhook, sent));
        test.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button toggle = webhook.paused()
                ? button("resume", () -> show(webhooks.resume(webhook.id())))
                : button("pause", () -> show(webhooks.pause(webhook.id())));
        Button renew = asking("renew", () -> showSecret(secret, webhooks.renewSecret(webhook.id())));
        Button remove = asking("remove", () -> {
            webhooks.remove(webhook.id());
            UI.getCurrent().navigate(EventViews.WEBHOOKS);
        });
        remove.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        setActions(remove, renew, toggle, test);
        setContent(facts(webhook), secret, new H2(Language.tell(TEXTS.text("sent"))), sent,
                new Activity(audit, new RecordRef("events.webhook", webhook.id().toString()), EventPermissions.READ,
                        action -> TEXTS.text("action." + action.substring(action.lastIndexOf('.') + 1))));
    }

    private static Facts facts(Webhook webhook) {
        return new Facts()
                .add(TEXTS.text("state"), new Badge(TEXTS.text(webhook.paused() ? "state.paused" : "state.sending"),
                        webhook.paused() ? Mood.OPEN : Mood.GOOD))
                .add(TEXTS.text("types"), String.join(", ", webhook.types()))
                .add(TEXTS.text("created"), Formats.current().moment(webhook.createdAt()))
                .add(TEXTS.text("created.by"), webhook.createdBy())
                .add(TEXTS.text("consumer"), new Code("platform.webhook." + webhook.id()));
    }

    private RecordList<WebhookDelivery> deliveries(Webhook webhook) {
        Formats formats = Formats.current();
        RecordList<WebhookDelivery> sent = new RecordList<WebhookDelivery>(Webhooks.DELIVERIES,
                query -> webhooks.deliveries(webhook.id(), query))
                .text(TEXTS.text("sent.at"), delivery -> formats.moment(delivery.at())).field("at")
                .state(TEXTS.text("state"), delivery -> TEXTS.text(delivery.delivered() ? "delivered" : "failed.once"),
                        delivery -> delivery.delivered() ? Mood.GOOD : Mood.BAD)
                .field("delivered")
                .text(TEXTS.text("status"), delivery -> delivery.status().map(String::valueOf).orElse("")).field("status")
                .number(TEXTS.text("took"), delivery -> BigDecimal.valueOf(delivery.took().toMillis()))
                .text(TEXTS.text("type"), WebhookDelivery::type).field("type")
                .text(TEXTS.text("event"), delivery -> delivery.event().toString()).field("event")
                .text(TEXTS.text("error"), WebhookDelivery::error).field("error")
                .whenEmpty(new EmptyState("paperplane", TEXTS.text("sent.none"), TEXTS.text("sent.none.text")));
        sent.grid().setHeight("22rem");
        sent.setId("deliveries");
        return sent;
    }

    private void test(Webhook webhook, RecordList<WebhookDelivery> sent) {
        WebhookDelivery delivery = webhooks.test(webhook.id());
        if (delivery.delivered()) {
            Messages.success(TEXTS.text("test.delivered", delivery.status().orElse(0), delivery.took().toMillis()));
        } else {
            Messages.problem(TEXTS.text("test.failed", delivery.error()));
        }
        sent.refresh();
    }

    private static Button button(String key, Runnable work) {
        Button button = new Button(Language.tell(TEXTS.text("webhook." + key)), click -> Messages.attempt(work));
        button.setId("webhook-" + key);
        return button;
    }

    private static Button asking(String key, Runnable work) {
        Button button = new Button(Language.tell(TEXTS.text("webhook." + key)), click -> Confirmation.ask(
                TEXTS.text("webhook." + key + ".ask"), TEXTS.text("webhook." + key + ".text"), TEXTS.text("webhook." + key),
                () -> Messages.attempt(work)));
        button.setId("webhook-" + key);
        return button;
    }

    /** Tells a secret, this once. */
    static void showSecret(Div place, IssuedWebhook issued) {
        Code told = new Code(issued.secret());
        told.setId("webhook-secret");
        place.removeAll();
        place.add(new Paragraph(Language.tell(TEXTS.text("secret.once", issued.webhook().url()))), told);
    }
}
