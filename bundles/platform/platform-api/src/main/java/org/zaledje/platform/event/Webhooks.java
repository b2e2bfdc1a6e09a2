package org.zaledje.platform.event;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
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

    /** Latest first. Needs {@link EventPermissions#READ}. */
    Page<Webhook> list(PageRequest request);

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
     * Ends it; what has not been sent is not sent any more. Needs {@link EventPermissions#WEBHOOKS}.
     *
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND ({@code events.webhook.not-found})
     */
    void remove(UUID id);
}
