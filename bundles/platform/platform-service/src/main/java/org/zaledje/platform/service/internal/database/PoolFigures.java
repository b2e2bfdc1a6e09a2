package org.zaledje.platform.service.internal.database;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.metrics.Measurement;
import org.zaledje.platform.metrics.MetricSource;
import org.zaledje.platform.metrics.Metrics;

/** The connections of this node's pool, which tells of them by JMX alone, and how long they are waited for. */
@Component
public final class PoolFigures implements MetricSource {

    private static final String ACQUIRE = "zaledje_database_connection_acquire_seconds";
    private static final String CONNECTIONS = "zaledje_database_connections";

    private final Database database;
    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

    @Activate
    public PoolFigures(@Reference Database database, @Reference Metrics metrics) {
        this.database = database;
        database.pool().observe(waited -> metrics.time(ACQUIRE, Map.of(), waited));
    }

    @Override
    public List<Measurement> measure() {
        List<Measurement> found = new ArrayList<>();
        found.add(Measurement.gauge("zaledje_database_connections_max", "Most connections of the pool", Map.of(),
                database.connectionsMax()));
        found.add(connections("waiting", database.pool().waiting()));
        try {
            for (ObjectName pool : beans.queryNames(new ObjectName("org.ops4j.pax.transx:type=Pool,name=zaledje,*"), null)) {
                found.add(connections("in-use", ((Number) beans.getAttribute(pool, "ActiveConnections")).intValue()));
                found.add(connections("idle", ((Number) beans.getAttribute(pool, "IdleConnections")).intValue()));
            }
        } catch (JMException e) {
            throw new IllegalStateException("The pool does not tell of its connections: " + e.getMessage(), e);
        }
        return found;
    }

    private static Measurement connections(String state, int count) {
        return Measurement.gauge(CONNECTIONS, "Connections to the database, and threads that wait for one", Map.of("state", state), count);
    }

    @Deactivate
    void close() {
        database.pool().observe(waited -> { });
    }
}
