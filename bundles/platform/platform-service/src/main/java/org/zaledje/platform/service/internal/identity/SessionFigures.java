package org.zaledje.platform.service.internal.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.metrics.Measurement;
import org.zaledje.platform.metrics.MetricSource;
import org.zaledje.platform.service.internal.database.Sql;

/** How many are signed in to the web UI, on all nodes. */
@Component
public final class SessionFigures implements MetricSource {

    private static final Duration IN_USE = Duration.ofMinutes(15);

    private final Sql sql;
    private final Clock clock;

    @Activate
    public SessionFigures(@Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource,
            @Reference Clock clock) {
        this.sql = new Sql(dataSource);
        this.clock = clock;
    }

    @Override
    public List<Measurement> measure() {
        return List.of(
                Measurement.gauge("zaledje_sessions", "Sessions of the web UI", Map.of("used", "ever"),
                        count("select count(*) from sys_session")),
                Measurement.gauge("zaledje_sessions", "Sessions of the web UI", Map.of("used", "last-15-minutes"),
                        count("select count(*) from sys_session where last_seen_at > ?", clock.instant().minus(IN_USE))));
    }

    private long count(String query, Object... arguments) {
        return sql.first(query, row -> row.getLong(1), arguments).orElseThrow();
    }
}
