package org.zaledje.platform.service.internal.event;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.event.Webhook;
import org.zaledje.platform.event.Webhooks;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.transaction.Transactions;

/** Has a consumer at work for each webhook that is kept; looks for those that other nodes have made or removed. */
@Component(service = WebhookWork.class, immediate = true)
public final class WebhookWork {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookWork.class);
    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(10);
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final int CLIENT_THREADS = 4;

    private final Transactions transactions;
    private final Sql sql;
    private final Registrations registrations;
    private final EventLog log;
    private final DeliveryLog deliveries;
    private final Dispatcher dispatcher;
    private final SecretBox secrets;
    private final Targets targets;
    private final Clock clock;
    private final ExecutorService clientThreads = Executors.newFixedThreadPool(CLIENT_THREADS, new NamedThreads("zaledje-webhooks-"));
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_MAX)
            .followRedirects(HttpClient.Redirect.NEVER).executor(clientThreads).build();
    private final Map<UUID, WebhookConsumer> working = new HashMap<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(new NamedThreads("zaledje-webhooks-timer-"));

    @Activate
    public WebhookWork(
            @Reference Transactions transactions,
            @Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource,
            @Reference Dispatcher dispatcher,
            @Reference SecretBox secrets,
            @Reference EventSettings settings,
            @Reference IdSource ids,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.sql = new Sql(dataSource);
        this.registrations = new Registrations(sql);
        this.log = new EventLog(sql);
        this.deliveries = new DeliveryLog(transactions, sql, ids, clock);
        this.dispatcher = dispatcher;
        this.secrets = secrets;
        this.targets = new Targets(settings.privateTargets());
        this.clock = clock;
        timer.scheduleWithFixedDelay(this::synchronise, 0, LOOK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(this::removeOldDeliveries, 1, 1, TimeUnit.MINUTES);
    }

    /** In the transaction that makes the webhook: from its commit on no event is missed. */
    void register(Webhook webhook) {
        String name = WebhookConsumer.name(webhook.id());
        registrations.add(name, clock.instant(), log.ends());
        registrations.setTypes(name, webhook.types());
    }

    /** In the transaction that removes the webhook. */
    void forget(Webhook webhook) {
        registrations.remove(WebhookConsumer.name(webhook.id()));
    }

    private void removeOldDeliveries() {
        try {
            deliveries.removeOld();
        } catch (RuntimeException e) {
            LOG.warn("Old deliveries of webhooks are not removed now; this is tried again: {}", e.getMessage());
        }
    }

    /** What is sent to a webhook outside of its turn. */
    WebhookConsumer consumer(StoredWebhook stored) {
        return new WebhookConsumer(stored, secrets.decrypt(stored.secret()), targets, client, deliveries, clock);
    }

    DeliveryLog deliveries() {
        return deliveries;
    }

    /** Webhooks have changed. Returns at once. */
    void look() {
        timer.execute(this::synchronise);
    }

    private void synchronise() {
        try {
            List<StoredWebhook> all = transactions.requiresNew(() -> sql.list(
                    "select * from sys_webhook order by company_id, id fetch first ? rows only", StoredWebhook::of,
                    Webhooks.COUNT_MAX));
            Map<UUID, StoredWebhook> kept = all.stream().filter(stored -> !stored.webhook().paused())
                    .collect(Collectors.toMap(stored -> stored.webhook().id(), stored -> stored));
            List<WebhookConsumer> gone = new ArrayList<>(working.values());
            gone.removeIf(consumer -> consumer.webhook().equals(kept.get(consumer.webhook().webhook().id())));
            for (WebhookConsumer consumer : gone) {
                dispatcher.unbind(consumer);
                Webhook webhook = consumer.webhook().webhook();
                working.remove(webhook.id());
                if (all.stream().noneMatch(stored -> stored.webhook().id().equals(webhook.id()))) {
                    // It may have been bound, and so made known again, while it was removed.
                    transactions.requiresNew(() -> registrations.remove(consumer.name()));
                }
            }
            for (StoredWebhook stored : kept.values()) {
                if (!working.containsKey(stored.webhook().id())) {
                    WebhookConsumer consumer = consumer(stored);
                    dispatcher.bind(consumer);
                    working.put(stored.webhook().id(), consumer);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("Webhooks can't be read now; this is tried again: {}", e.getMessage());
        }
    }

    @Deactivate
    void close() throws InterruptedException {
        timer.shutdown();
        timer.awaitTermination(LOOK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        working.values().forEach(dispatcher::unbind);
        clientThreads.shutdown();
    }
}
