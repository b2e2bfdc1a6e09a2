package org.zaledje.platform.service.internal.identity.openid;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.service.internal.identity.Secrets;

/** Browsers that are at the provider now. In the database, for one may come back to another node. */
@Component(service = PendingLogins.class)
public final class PendingLogins {

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    /** Departing needs no login, so somebody may try to fill the disk by it. */
    private static final int PENDING_MAX = 10_000;

    /** What was kept when the browser departed; {@code binding} is the digest of its secret. */
    record Pending(String binding, String nonce, String verifier, String next) {
    }

    private final Sql sql;
    private final Clock clock;

    @Activate
    public PendingLogins(@Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource,
            @Reference Clock clock) {
        this.sql = new Sql(dataSource);
        this.clock = clock;
    }

    void add(String state, Pending pending) {
        Instant now = clock.instant();
        sql.update("delete from sys_openid_login where created_at < ?", now.minus(GOOD_FOR));
        if (sql.first("select count(*) from sys_openid_login", row -> row.getInt(1)).orElseThrow() >= PENDING_MAX) {
            throw OpenIdProblem.unavailable();
        }
        sql.update("insert into sys_openid_login (state, binding, nonce, verifier, next_page, created_at) values (?, ?, ?, ?, ?, ?)",
                Secrets.sha256(state), pending.binding(), pending.nonce(), pending.verifier(), pending.next(), now);
    }

    /** Takes what was kept under a state, which is good once; empty when there is none, or it is too old. */
    Optional<Pending> take(String state) {
        String key = Secrets.sha256(state);
        Optional<Pending> found = sql.first("select binding, nonce, verifier, next_page from sys_openid_login "
                        + "where state = ? and created_at >= ?",
                row -> new Pending(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                key, clock.instant().minus(GOOD_FOR));
        return sql.update("delete from sys_openid_login where state = ?", key) == 1 ? found : Optional.empty();
    }
}
