package org.zaledje.platform.service.internal.database;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.metrics.Measurement;
import org.zaledje.platform.metrics.MetricSource;
import org.zaledje.platform.metrics.Metrics;

/** The connections of this node's pool, and how long they are waited for. */
@Component
public final class PoolFigures implements MetricSource {

    private static final String ACQUIRE = "zaledje_database_connection_acquire_seconds";
    private static final String CONNECTIONS = "zaledje_database_connections";

    private final Database database;

    @Activate
    public PoolFigures(@Reference Database database, @Reference Metrics metrics) {
        this.database = database;
        database.pool().observe(waited -> metrics.time(ACQUIRE, Map.of(), waited));
    }

    @Override
    public List<Measurement> measure() {
        return List.of(
                Measurement.gauge("zaledje_database_connections_max", "Most connections of the pool", Map.of(),
                        database.connectionsMax()),
                connections("waiting", database.pool().waiting()),
                connections("in-use", database.pool().inUse()),
                connections("idle", database.pool().idle()));
    }

    private static Measurement connections(String state, int count) {
        return Measurement.gauge(CONNECTIONS, "Connections to the database, and threads that wait for one", Map.of("state", state), count);
    }

    @Deactivate
    void close() {
        database.pool().observe(waited -> { });
    }
}
