package org.zaledje.platform.admin.internal.events;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.admin.internal.AdministrationFunction;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.event.EventDeliveries;
import org.zaledje.platform.event.EventPermissions;
import org.zaledje.platform.event.Webhooks;
import org.zaledje.platform.function.FunctionNavigation;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.ui.FunctionViews;
import org.zaledje.platform.ui.View;

/** The pages about events: who consumes them, which were not delivered, and the webhooks. */
@Component(service = {FunctionViews.class, FunctionNavigation.class})
public final class EventViews implements FunctionViews {

    static final String CONSUMERS = AdministrationFunction.ID + "/events";
    static final String DEAD_LETTERS = AdministrationFunction.ID + "/dead-letters";
    static final String DEAD_LETTER = DEAD_LETTERS + "/";
    static final String WEBHOOKS = AdministrationFunction.ID + "/webhooks";
    static final String WEBHOOK = WEBHOOKS + "/";

    static final Texts TEXTS = Texts.beside(EventViews.class);

    private final List<View<?>> views;

    @Activate
    public EventViews(@Reference EventDeliveries deliveries, @Reference Webhooks webhooks, @Reference AuditLog audit) {
        views = List.of(
                View.inDrawer(CONSUMERS, ConsumersView.class, TEXTS.text("consumers"), "exchange",
                        () -> new ConsumersView(deliveries)).requiringEverywhere(EventPermissions.READ),
                View.inDrawer(DEAD_LETTERS, DeadLettersView.class, TEXTS.text("dead-letters"), "mailbox",
                        () -> new DeadLettersView(deliveries)).requiring(EventPermissions.READ),
                View.of(DEAD_LETTER + ":id", DeadLetterView.class, TEXTS.text("dead-letter"),
                        () -> new DeadLetterView(deliveries, audit)).requiring(EventPermissions.READ),
                View.inDrawer(WEBHOOKS, WebhooksView.class, TEXTS.text("webhooks"), "paperplane",
                        () -> new WebhooksView(webhooks)).requiring(EventPermissions.READ),
                View.of(WEBHOOK + ":id", WebhookView.class, TEXTS.text("webhook"), () -> new WebhookView(webhooks, audit))
                        .requiring(EventPermissions.READ));
    }

    @Override
    public String functionId() {
        return AdministrationFunction.ID;
    }

    @Override
    public List<View<?>> views() {
        return views;
    }
}
