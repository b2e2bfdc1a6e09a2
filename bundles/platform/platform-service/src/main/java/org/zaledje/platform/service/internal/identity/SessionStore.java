package org.zaledje.platform.service.internal.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.people.OpenSession;
import org.zaledje.platform.people.Sessions;
import org.zaledje.platform.persistence.SqlList;
import org.zaledje.platform.persistence.Stored;
import org.zaledje.platform.service.internal.database.Sql;

/** The open sessions in the platform's tables. One that has ended is removed. */
@Component(service = SessionStore.class)
public final class SessionStore {

    static final int ADDRESS_LENGTH_MAX = 64;
    static final int CLIENT_LENGTH_MAX = 300;

    /** What one user can see of their own. */
    private static final int OWN_MAX = 100;

    private static final String COLUMNS =
            "r.id, r.user_id, u.name, r.address, r.client, r.created_at, r.last_seen_at, r.second_factor";
    private static final String FROM = "sys_session r join sys_user u on u.id = r.user_id";
    private static final String SELECT = "select " + COLUMNS + " from " + FROM + " ";
    private static final SqlList<OpenSession> LIST =
            SqlList.of(Sessions.SESSIONS, COLUMNS, FROM, row -> read(row).session())
                    .held("user", "r.user_id", Stored.UUID).held("userName", "u.name", Stored.TEXT);

    /** A session, and whether a second factor was shown when it was opened. */
    record StoredSession(OpenSession session, boolean secondFactor) {
    }

    private final Sql sql;

    @Activate
    public SessionStore(@Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    Optional<StoredSession> find(UUID id) {
        return sql.first(SELECT + "where r.id = ?", SessionStore::read, id);
    }

    List<OpenSession> of(UUID user) {
        return open(sql.list(SELECT + "where r.user_id = ? order by r.id desc limit ?", SessionStore::read, user, OWN_MAX));
    }

    Page<OpenSession> list(ListQuery query) {
        return sql.page(LIST, query, Map.of());
    }

    private static List<OpenSession> open(List<StoredSession> stored) {
        return stored.stream().map(StoredSession::session).toList();
    }

    private static StoredSession read(ResultSet row) throws SQLException {
        return new StoredSession(new OpenSession(row.getObject("id", UUID.class), row.getObject("user_id", UUID.class),
                row.getString("name"), row.getString("address"), row.getString("client"),
                Sql.moment(row, "created_at").orElseThrow(), Sql.moment(row, "last_seen_at").orElseThrow()),
                row.getBoolean("second_factor"));
    }

    void add(StoredSession stored) {
        OpenSession session = stored.session();
        sql.update("insert into sys_session (id, user_id, second_factor, address, client, created_at, last_seen_at) "
                        + "values (?, ?, ?, ?, ?, ?, ?)", session.id(), session.user(), stored.secondFactor(),
                session.address(), session.client(), session.createdAt(), session.lastSeenAt());
    }

    void seen(UUID id, Instant at) {
        sql.update("update sys_session set last_seen_at = ? where id = ?", at, id);
    }

    void secondFactorShown(UUID id) {
        sql.update("update sys_session set second_factor = true where id = ?", id);
    }

    int remove(UUID id) {
        return sql.update("delete from sys_session where id = ?", id);
    }

    void removeAllOf(UUID user) {
        sql.update("delete from sys_session where user_id = ?", user);
    }

    void removeNotSeenSince(Instant moment) {
        sql.update("delete from sys_session where last_seen_at < ?", moment);
    }
}
