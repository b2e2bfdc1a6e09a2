package org.zaledje.platform.event;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListField;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;

/**
 * The webhooks of the current company. Each is an event consumer of the name {@code platform.webhook.<id>}: its events
 * come signed, in order per aggregate, at least once, and are tried again for about a day. Every change is audited.
 * Thread-safe.
 */
@ProviderType
public interface Webhooks {

    /** The most webhooks of an installation. */
    int COUNT_MAX = 100;

    /** Type of what {@link #test} sends. */
    String TEST_TYPE = "platform.webhook.tested";

    /** How long a delivery is kept, in days. */
    int DELIVERY_DAYS = 14;

    /** What can be asked of the list of webhooks. */
    ListSchema WEBHOOKS = ListSchema.of("events.webhooks", "-id")
            .with(ListField.of("url", FieldType.TEXT).contains().sorted())
            .with(ListField.of("paused", FieldType.BOOLEAN).equal())
            .with(ListField.of("createdBy", FieldType.TEXT).equal().sorted())
            .with(ListField.of("createdAt", FieldType.MOMENT).range().sorted());

    /** What can be asked of the list of deliveries. */
    ListSchema DELIVERIES = ListSchema.of("events.webhook-deliveries", "-id")
            .with(ListField.of("at", FieldType.MOMENT).range().sorted())
            .with(ListField.of("type", FieldType.TEXT).equal().contains())
            .with(ListField.of("event", FieldType.ID).equal())
            .with(ListField.of("status", FieldType.INTEGER).equal().range().orNone())
            .with(ListField.of("delivered", FieldType.BOOLEAN).equal())
            .with(ListField.of("error", FieldType.TEXT).contains());

    /** Latest first. Needs {@link EventPermissions#READ}. */
    default Page<Webhook> list(PageRequest request) {
        return list(ListQuery.of(request));
    }

    /**
     * Webhooks as they are asked for. Needs {@link EventPermissions#READ}.
     *
     * @param query what {@link #WEBHOOKS} allows
     */
    Page<Webhook> list(ListQuery query);

    /** Needs {@link EventPermissions#READ}. */
    Optional<Webhook> find(UUID id);

    /**
     * Sends events from now on. Needs {@link EventPermissions#WEBHOOKS}.
     *
     * @param url   {@code https}; {@code http} to this machine where that is allowed by configuration
     * @param types see {@link EventConsumer#types()}
     * @throws org.zaledje.platform.problem.ProblemException RULES_BROKEN ({@code events.webhook.invalid}); CONFLICT
     *         ({@code events.webhook.too-many})
     */
    IssuedWebhook create(String url, Collection<String> types);

    /**
     * Gives it another secret; the old one holds no longer. Needs {@link EventPermissions#WEBHOOKS}.
     *
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND ({@code events.webhook.not-found})
     */
    IssuedWebhook renewSecret(UUID id);

    /**
     * Sends nothing for now; events wait until it is {@linkplain #resume resumed}, and come in order then. Needs
     * {@link EventPermissions#WEBHOOKS}.
     *
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND ({@code events.webhook.not-found})
     */
    Webhook pause(UUID id);

    /** Sends again what waits, and what comes; throws as {@link #pause}. Needs {@link EventPermissions#WEBHOOKS}. */
    Webhook resume(UUID id);

    /**
     * Sends an event of the type {@value #TEST_TYPE} now, signed as all are, also while it is paused. It is in no log, and
     * not tried again. Waits for the answer, at most some ten seconds. Needs {@link EventPermissions#WEBHOOKS}.
     *
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND ({@code events.webhook.not-found})
     */
    WebhookDelivery test(UUID id);

    /**
     * What was sent in the last {@value #DELIVERY_DAYS} days, latest first. Needs {@link EventPermissions#READ}.
     *
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND ({@code events.webhook.not-found})
     */
    default Page<WebhookDelivery> deliveries(UUID id, PageRequest request) {
        return deliveries(id, ListQuery.of(request));
    }

    /**
     * What was sent in the last {@value #DELIVERY_DAYS} days, as it is asked for. Needs {@link EventPermissions#READ}.
     *
     * @param query what {@link #DELIVERIES} allows
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND ({@code events.webhook.not-found})
     */
    Page<WebhookDelivery> deliveries(UUID id, ListQuery query);

    /**
     * Ends it; what has not been sent is not sent any more. Needs {@link EventPermissions#WEBHOOKS}.
     *
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND ({@code events.webhook.not-found})
     */
    void remove(UUID id);
}
