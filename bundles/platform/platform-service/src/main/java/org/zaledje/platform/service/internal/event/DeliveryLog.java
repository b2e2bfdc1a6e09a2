package org.zaledje.platform.service.internal.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.event.WebhookDelivery;
import org.zaledje.platform.event.Webhooks;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.persistence.SqlList;
import org.zaledje.platform.persistence.Stored;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.transaction.Transactions;

/** What webhooks were sent, and what came of it. For people to look at: nothing depends on it. */
final class DeliveryLog {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLog.class);
    private static final int BATCH = 1_000;
    private static final SqlList<WebhookDelivery> LIST =
            SqlList.of(Webhooks.DELIVERIES, "r.*", "sys_webhook_delivery r", DeliveryLog::read)
                    .held("at", "r.sent_at", Stored.INSTANT).held("event", "r.event_id", Stored.UUID)
                    .held("status", "r.status", Stored.INT)
                    .where("delivered", (wanted, parameter) -> "(case when r.error = '' then true else false end) in "
                            + parameter.apply(wanted));

    private final Transactions transactions;
    private final Sql sql;
    private final IdSource ids;
    private final Clock clock;

    DeliveryLog(Transactions transactions, Sql sql, IdSource ids, Clock clock) {
        this.transactions = transactions;
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    UUID nextId() {
        return ids.next();
    }

    /** Never fails: the receiver has the event, and must not get it again because nobody could write that down. */
    void add(StoredWebhook webhook, WebhookDelivery delivery) {
        try {
            transactions.requiresNew(() -> sql.update("insert into sys_webhook_delivery (company_id, webhook_id, id, event_id,"
                    + " type, sent_at, status, error, took_ms) values (?, ?, ?, ?, ?, ?, ?, ?, ?)", webhook.company(),
                    webhook.webhook().id(), delivery.id(), delivery.event(), delivery.type(), delivery.at(), delivery.status(),
                    delivery.error(), delivery.took().toMillis()));
        } catch (RuntimeException e) {
            LOG.warn("What came of {} at webhook {} can't be kept: {}", delivery.event(), webhook.webhook().id(), e.getMessage());
        }
    }

    /** In the transaction of this thread. */
    Page<WebhookDelivery> of(UUID company, UUID webhook, ListQuery query) {
        return sql.page(LIST, query, Map.of("r.company_id", company, "r.webhook_id", webhook));
    }

    private static WebhookDelivery read(ResultSet row) throws SQLException {
        return new WebhookDelivery(row.getObject("id", UUID.class), row.getObject("event_id", UUID.class), row.getString("type"),
                Sql.moment(row, "sent_at").orElseThrow(), Optional.ofNullable(row.getObject("status", Integer.class)),
                row.getString("error"), Duration.ofMillis(row.getLong("took_ms")));
    }

    /** In the transaction that removes the webhook. */
    void forget(UUID company, UUID webhook) {
        sql.update("delete from sys_webhook_delivery where company_id = ? and webhook_id = ?", company, webhook);
    }

    /** Removes some of those whose time is over. */
    void removeOld() {
        Instant before = clock.instant().minus(Duration.ofDays(Webhooks.DELIVERY_DAYS));
        transactions.requiresNew(() -> sql.update("delete from sys_webhook_delivery where id in (select id from"
                + " sys_webhook_delivery where sent_at < ? fetch first ? rows only)", before, BATCH));
    }
}
