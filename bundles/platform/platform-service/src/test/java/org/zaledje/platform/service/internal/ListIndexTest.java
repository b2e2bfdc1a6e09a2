package org.zaledje.platform.service.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.event.EventDeliveries;
import org.zaledje.platform.event.Webhooks;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.people.Sessions;
import org.zaledje.platform.people.Tokens;
import org.zaledje.platform.people.Users;
import org.zaledje.testkit.Engine;

/** In an installation with very many rows, PostgreSQL reads little more of a list's tables than the rows of the page. */
class ListIndexTest {

    private static final int PAGE_ROWS = 50;
    private static final int READ_MAX = 20 * PAGE_ROWS;

    private static ManyRows many;

    @BeforeAll
    static void fill() throws Exception {
        many = new ManyRows(Engine.POSTGRESQL);
    }

    @AfterAll
    static void close() throws Exception {
        many.close();
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                asked(Users.USERS, "sys_user", "name=user5000", "email=user5000@example.com", "createdAt.from=2020-01-05T00:00:00Z&sort=createdAt"),
                asked(Sessions.SESSIONS, "sys_session", "userName=user5000", "lastSeenAt.to=2020-01-02T00:00:00Z&sort=lastSeenAt"),
                asked(Tokens.TOKENS, "sys_token", "userName=user5000", "expiresAt.to=2020-01-02T00:00:00Z&sort=expiresAt"),
                asked(AuditLog.RECORDS, "sys_audit_record", "by=user7", "action=thing.change.7", "recordType=thing&recordId=5000",
                        "at.from=2020-01-05T00:00:00Z&at.to=2020-01-05T01:00:00Z&sort=at", "at.to=2020-01-02T00:00:00Z&sort=-at"),
                asked(EventDeliveries.DEAD_LETTERS, "sys_event_parked", "consumer=consumer7", "failedAt.to=2020-01-01T02:00:00Z&sort=failedAt"),
                asked(Webhooks.DELIVERIES, "sys_webhook_delivery", "event=" + ManyRows.id(5000), "at.from=2020-01-05T00:00:00Z&sort=at"))
                .flatMap(Function.identity());
    }

    private static Stream<Arguments> asked(ListSchema list, String table, String... filters) {
        Stream<String> orders = list.sortable().stream().flatMap(field -> Stream.of("sort=" + field, "sort=-" + field));
        return Stream.concat(orders, Stream.of(filters)).map(asked -> Arguments.of(list, table, asked));
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("lists")
    void aPageIsFoundByAnIndex(ListSchema list, String table, String asked) {
        Optional<String> cursor = Optional.empty();
        for (int page = 1; page <= 3; page++) {
            Optional<String> from = cursor;
            Page<?> found = many.transactions().required(() -> {
                long before = rowsRead(table);
                Page<?> read = many.page(list, query(list, asked, from));
                long rows = rowsRead(table) - before;
                assertTrue(rows < READ_MAX, () -> asked + " has read " + rows + " rows of " + table);
                return read;
            });
            assertTrue(from.isPresent() || !found.items().isEmpty(), asked);
            cursor = found.next();
            if (cursor.isEmpty()) {
                return;
            }
        }
    }

    /** What this connection has read of a table lately. */
    private static long rowsRead(String table) {
        try (Connection connection = many.pooled().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select seq_tup_read + coalesce(idx_tup_fetch, 0)"
                        + " from pg_stat_xact_user_tables where relname = '" + table + "'")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ListQuery query(ListSchema schema, String asked, Optional<String> cursor) {
        Map<String, List<String>> parameters = Stream.of(asked.split("&")).map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> List.of(pair[1])));
        return schema.read(parameters).after(cursor, PAGE_ROWS);
    }
}
