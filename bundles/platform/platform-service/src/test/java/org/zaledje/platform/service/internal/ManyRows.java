package org.zaledje.platform.service.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.event.EventDeliveries;
import org.zaledje.platform.event.Webhooks;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.service.internal.audit.StoredAuditLog;
import org.zaledje.platform.service.internal.event.EventSettings;
import org.zaledje.platform.service.internal.event.StoredDeliveries;
import org.zaledje.platform.service.internal.event.StoredWebhooks;
import org.zaledje.platform.service.internal.event.WebhookWork;
import org.zaledje.platform.service.internal.home.PlatformHome;
import org.zaledje.platform.service.internal.identity.TestPeople;
import org.zaledje.platform.service.internal.identity.ThreadCallers;
import org.zaledje.platform.transaction.Transactions;
import org.zaledje.testkit.Engine;

/** The platform's tables with {@value #ROWS} rows in each that grows, and its lists over them. */
final class ManyRows implements AutoCloseable {

    static final int ROWS = 100_000;

    private static final UUID WEBHOOK = id(1);
    private static final Company COMPANY = new Company(new UUID(1, 1), "Demo d.o.o.", "SI", Currency.getInstance("EUR"));
    private static final Companies COMPANIES = new Companies() {
        @Override
        public List<Company> all() {
            return List.of(COMPANY);
        }

        @Override
        public Company current() {
            return COMPANY;
        }
    };
    private static final String ID = "('01900000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid";
    private static final String AT = "timestamptz '2020-01-01 00:00Z' + i * interval '10 s'";
    private static final String SERIES = " from generate_series(1, " + ROWS + ") i";

    private final TestPeople people;
    private final ThreadCallers callers = new ThreadCallers();
    private final AuditLog audit;
    private final EventDeliveries deliveries;
    private final Webhooks webhooks;

    ManyRows(Engine engine) throws Exception {
        people = new TestPeople(engine);
        EventSettings settings = new EventSettings(Map.of(), new PlatformHome(name -> name.equals("zaledje.data") ? "target/many-rows" : null));
        Clock clock = Clock.systemUTC();
        audit = new StoredAuditLog(pooled(), callers, COMPANIES);
        deliveries = new StoredDeliveries(transactions(), pooled(), null, callers, null, clock);
        webhooks = new StoredWebhooks(transactions(), pooled(),
                new WebhookWork(transactions(), pooled(), null, null, settings, null, clock), null, settings, COMPANIES, callers, null, null, clock);
        fill();
    }

    static UUID id(int number) {
        return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }

    Transactions transactions() {
        return people.database().transactions();
    }

    DataSource pooled() {
        return people.database().pooled();
    }

    Page<?> page(ListSchema list, ListQuery query) {
        if (list == AuditLog.RECORDS) {
            return system(() -> audit.search(Optional.empty(), query));
        } else if (list == EventDeliveries.DEAD_LETTERS) {
            return system(() -> deliveries.deadLetters(query));
        } else if (list == Webhooks.DELIVERIES) {
            return system(() -> webhooks.deliveries(WEBHOOK, query));
        }
        return people.page(list, query);
    }

    private Page<?> system(Supplier<Page<?>> work) {
        try {
            return callers.callAs(Caller.system(), work::get);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void fill() throws SQLException {
        String company = "'" + COMPANY.id() + "'::uuid";
        try (Connection connection = people.database().plain().getConnection(); Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "sys_user (id, name, display_name, email, created_at) select " + ID + ", 'user' || i, 'User ' || i % 1000,"
                            + " 'user' || i || '@example.com', " + AT,
                    "sys_session (id, user_id, second_factor, address, client, created_at, last_seen_at) select " + ID + ", " + ID
                            + ", false, '10.0.0.' || i % 200, 'Browser', " + AT + ", " + AT,
                    "sys_token (id, user_id, name, sha256, created_at, expires_at, last_used_at) select " + ID + ", " + ID
                            + ", 'Token ' || i % 1000, 'hash' || i, " + AT + ", " + AT + ", case when i % 2 = 0 then " + AT + " end",
                    "sys_audit_record select " + company + ", " + ID + ", " + AT + ", 'user' || i % 300, 'rest', '', 'thing', '' || i,"
                            + " 'thing.change.' || i % 200, '', '', '', ''",
                    "sys_event (lane, position, id, company_id, type, aggregate_id, published_at, published_by, payload) select 0, i, "
                            + ID + ", " + company + ", 'thing.changed', " + ID + ", " + AT + ", 'ana', '{}'",
                    "sys_event_parked (consumer, lane, position, id, aggregate_id, state, tries, next_at, failed_at, error) select"
                            + " 'consumer' || i % 50, 0, i, " + ID + ", " + ID + ", 'DEAD', 5, " + AT + ", " + AT + ", 'No'",
                    "sys_webhook_delivery select " + company + ", '" + WEBHOOK + "', " + ID + ", " + ID + ", 'thing.changed',"
                            + " now() - i * interval '10 s', 200, '', 3")) {
                statement.execute("insert into " + sql + SERIES);
            }
            statement.execute("insert into sys_webhook (company_id, id, url, types, secret, created_at, created_by) values (" + company
                    + ", '" + WEBHOOK + "', 'https://example.com', '*', 'x', now(), 'ana')");
            statement.execute("analyze");
        }
    }

    @Override
    public void close() throws Exception {
        people.close();
    }
}
