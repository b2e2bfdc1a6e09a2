package org.zaledje.platform.service.internal.event;

import static org.zaledje.platform.service.internal.event.EventTexts.TEXTS;
import static org.zaledje.platform.service.internal.event.EventTexts.problem;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.event.Event;
import org.zaledje.platform.event.EventConsumer;
import org.zaledje.platform.event.EventPermissions;
import org.zaledje.platform.event.IssuedWebhook;
import org.zaledje.platform.event.Webhook;
import org.zaledje.platform.event.WebhookDelivery;
import org.zaledje.platform.event.Webhooks;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.persistence.SqlList;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.transaction.Transactions;

/** Webhooks in the database. */
@Component
public final class StoredWebhooks implements Webhooks {

    private static final SqlList<Webhook> LIST =
            SqlList.of(WEBHOOKS, "r.*", "sys_webhook r", row -> StoredWebhook.of(row).webhook());
    private static final int SECRET_BYTES = 32;
    private static final String SECRET_PREFIX = "whsec_";

    private final Transactions transactions;
    private final Sql sql;
    private final WebhookWork work;
    private final SecretBox secrets;
    private final Targets targets;
    private final Companies companies;
    private final Callers callers;
    private final AuditTrail audit;
    private final IdSource ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public StoredWebhooks(
            @Reference Transactions transactions,
            @Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource,
            @Reference WebhookWork work,
            @Reference SecretBox secrets,
            @Reference EventSettings settings,
            @Reference Companies companies,
            @Reference Callers callers,
            @Reference AuditTrail audit,
            @Reference IdSource ids,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.sql = new Sql(dataSource);
        this.work = work;
        this.secrets = secrets;
        this.targets = new Targets(settings.privateTargets());
        this.companies = companies;
        this.callers = callers;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Page<Webhook> list(ListQuery query) {
        callers.require(EventPermissions.READ);
        return transactions.required(() -> sql.page(LIST, query, Map.of("r.company_id", companies.current().id())));
    }

    @Override
    public Optional<Webhook> find(UUID id) {
        callers.require(EventPermissions.READ);
        return transactions.required(() -> stored(id)).map(StoredWebhook::webhook);
    }

    private Optional<StoredWebhook> stored(UUID id) {
        return sql.first("select * from sys_webhook where company_id = ? and id = ?", StoredWebhook::of,
                companies.current().id(), id);
    }

    @Override
    public IssuedWebhook create(String url, Collection<String> types) {
        Caller caller = callers.require(EventPermissions.WEBHOOKS);
        check(url, types);
        Webhook webhook = new Webhook(ids.next(), url, List.copyOf(new TreeSet<>(types)),
                clock.instant().truncatedTo(ChronoUnit.MILLIS), caller.name(), false);
        String secret = newSecret();
        return transactions.required(() -> {
            if (sql.first("select count(*) from sys_webhook", row -> row.getInt(1)).orElseThrow() >= COUNT_MAX) {
                throw problem(Kind.CONFLICT, "events.webhook.too-many", COUNT_MAX);
            }
            sql.update("insert into sys_webhook (company_id, id, url, types, secret, created_at, created_by)"
                    + " values (?, ?, ?, ?, ?, ?, ?)", companies.current().id(), webhook.id(), url,
                    String.join(" ", webhook.types()), secrets.encrypt(secret), webhook.createdAt(), webhook.createdBy());
            work.register(webhook);
            audit.record(Change.created(record(webhook.id()), "events.webhook.create", facts(webhook)));
            transactions.afterCommit(work::look);
            return new IssuedWebhook(webhook, secret);
        });
    }

    private void check(String url, Collection<String> types) {
        List<Violation> broken = new ArrayList<>();
        targets.problem(url).ifPresent(
                code -> broken.add(Violation.error(code, TEXTS.text(code, Webhook.URL_LENGTH_MAX), "/url")));
        if (types.isEmpty() || types.size() > Webhook.TYPES_MAX) {
            broken.add(Violation.error("events.webhook.types.count",
                    TEXTS.text("events.webhook.types.count", Webhook.TYPES_MAX), "/types"));
        }
        types.stream().limit(Webhook.TYPES_MAX)
                .filter(type -> type == null || !type.equals(EventConsumer.EVERYTHING) && !OutboxPublisher.isType(type))
                .forEach(type -> broken.add(Violation.error("events.webhook.types.invalid",
                        TEXTS.text("events.webhook.types.invalid", String.valueOf(type)), "/types")));
        if (!broken.isEmpty()) {
            throw ProblemException.rulesBroken("events.webhook.invalid", TEXTS.text("events.webhook.invalid"), broken);
        }
    }

    private String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return SECRET_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public IssuedWebhook renewSecret(UUID id) {
        callers.require(EventPermissions.WEBHOOKS);
        String secret = newSecret();
        return transactions.required(() -> {
            Webhook webhook = existing(id).webhook();
            sql.update("update sys_webhook set secret = ? where company_id = ? and id = ?",
                    secrets.encrypt(secret), companies.current().id(), id);
            audit.record(new Change(record(id), "events.webhook.renew-secret", Map.of(), Map.of()));
            transactions.afterCommit(work::look);
            return new IssuedWebhook(webhook, secret);
        });
    }

    @Override
    public Webhook pause(UUID id) {
        return paused(id, true, "pause");
    }

    @Override
    public Webhook resume(UUID id) {
        return paused(id, false, "resume");
    }

    private Webhook paused(UUID id, boolean paused, String action) {
        callers.require(EventPermissions.WEBHOOKS);
        return transactions.required(() -> {
            Webhook before = existing(id).webhook();
            sql.update("update sys_webhook set paused = ? where company_id = ? and id = ?",
                    paused, companies.current().id(), id);
            audit.record(new Change(record(id), "events.webhook." + action,
                    Map.of("paused", String.valueOf(before.paused())), Map.of("paused", String.valueOf(paused))));
            transactions.afterCommit(work::look);
            return existing(id).webhook();
        });
    }

    @Override
    public WebhookDelivery test(UUID id) {
        Caller caller = callers.require(EventPermissions.WEBHOOKS);
        StoredWebhook stored = transactions.required(() -> existing(id));
        try {
            WebhookDelivery delivery = work.consumer(stored).attempt(new Event(ids.next(), TEST_TYPE, id, stored.company(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS), caller.name(), Map.of("test", true)));
            transactions.required(() -> {
                audit.record(new Change(record(id), "events.webhook.test", Map.of(), Map.of("event",
                        delivery.event().toString(), "delivered", String.valueOf(delivery.delivered()))));
                return delivery;
            });
            return delivery;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the webhook was tested", e);
        }
    }

    @Override
    public Page<WebhookDelivery> deliveries(UUID id, ListQuery query) {
        callers.require(EventPermissions.READ);
        return transactions.required(() -> work.deliveries().of(existing(id).company(), id, query));
    }

    @Override
    public void remove(UUID id) {
        callers.require(EventPermissions.WEBHOOKS);
        transactions.required(() -> {
            Webhook webhook = existing(id).webhook();
            sql.update("delete from sys_webhook where company_id = ? and id = ?", companies.current().id(), id);
            work.deliveries().forget(companies.current().id(), id);
            work.forget(webhook);
            audit.record(new Change(record(id), "events.webhook.remove", facts(webhook), Map.of()));
            transactions.afterCommit(work::look);
            return webhook;
        });
    }

    private StoredWebhook existing(UUID id) {
        return stored(id).orElseThrow(() -> problem(Kind.NOT_FOUND, "events.webhook.not-found", id.toString()));
    }

    private static RecordRef record(UUID id) {
        return new RecordRef("events.webhook", id.toString());
    }

    private static Map<String, String> facts(Webhook webhook) {
        return Map.of("url", webhook.url(), "types", String.join(" ", webhook.types()));
    }
}
