package org.zaledje.platform.service.internal.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.resource.spi.TransactionSupport.TransactionSupportLevel;
import javax.sql.DataSource;
import org.ops4j.pax.transx.jdbc.ManagedDataSourceBuilder;
import org.ops4j.pax.transx.tm.TransactionManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.service.internal.home.PlatformHome;

/**
 * The one database of this installation. Nothing is connected before the first connection is asked for, so that the
 * platform starts while its database is still starting.
 */
@Component(
        service = Database.class,
        configurationPid = "org.zaledje.database",
        configurationPolicy = ConfigurationPolicy.OPTIONAL)
public final class Database {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int CONNECTIONS_MAX = 20;
    /** Those that wait for their turn to write must leave one to the transaction that writes, and each costs little. */
    private static final int EMBEDDED_CONNECTIONS_MAX = 200;
    private static final Duration WRITER_WAIT_MAX = Duration.ofSeconds(10);
    private static final Duration WRITER_IDLE_MAX = Duration.ofSeconds(5);
    private static final int CONNECTION_WAIT_SECONDS = 10;

    private final DatabaseSettings settings;
    private final DataSource plain;
    private final MeteredDataSource pooled;
    private final AutoCloseable barrier;
    private final TransactionManager transactions;
    private final Map<String, TableGate> gates = new ConcurrentHashMap<>();

    @Activate
    public Database(
            Map<String, ?> configuration,
            @Reference PlatformHome home,
            @Reference TransactionManager transactions) throws Exception {
        this(DatabaseSettings.of(configuration, home.data()), transactions);
        LOG.info("The database is {}", settings);
    }

    Database(DatabaseSettings settings, TransactionManager transactions) throws Exception {
        this.settings = settings;
        this.transactions = transactions;
        DataSource driver = settings.driver();
        if (settings.isH2()) {
            SingleWriter writer = new SingleWriter(WRITER_WAIT_MAX, WRITER_IDLE_MAX);
            CommitBarrier commits = new CommitBarrier(new EmbeddedFile(driver, writer));
            barrier = commits;
            plain = new DurableDataSource(driver, writer, commits);
        } else {
            barrier = () -> { };
            plain = driver;
        }
        pooled = new MeteredDataSource(ManagedDataSourceBuilder.builder()
                .name("zaledje")
                .dataSource(plain)
                .transactionManager(transactions)
                .transaction(TransactionSupportLevel.LocalTransaction)
                .commitBeforeAutocommit(true)
                .minIdle(1)
                .maxPoolSize(connectionsMax())
                .connectionTimeout(CONNECTION_WAIT_SECONDS, TimeUnit.SECONDS)
                .exceptionSorter(new LostConnections())
                .build());
    }

    /** Whether it is in a file of this process: no other node can be there. */
    public boolean isEmbedded() {
        return settings.isH2();
    }

    /** Connections that no pool keeps and no transaction manager knows: for migrations and probes. */
    public DataSource plain() {
        return plain;
    }

    /** Pooled connections that take part in the transaction of their thread. */
    public DataSource pooled() {
        return pooled;
    }

    /**
     * The same for those who use the tables of one owner: they are kept away while its gate is closed.
     *
     * @param owner the name of the owner's data source
     */
    public DataSource pooled(String owner) {
        return settings.isH2() ? new GatedDataSource(pooled, transactions, gate(owner)) : pooled;
    }

    /** What is to be closed while the tables of an owner are changed. */
    public TableGate gate(String owner) {
        return gates.computeIfAbsent(owner, name -> new TableGate());
    }

    /** The same, to see how long they are waited for. */
    MeteredDataSource pool() {
        return pooled;
    }

    /** Most connections of the pool. */
    int connectionsMax() {
        return settings.isH2() ? EMBEDDED_CONNECTIONS_MAX : CONNECTIONS_MAX;
    }

    @Deactivate
    void close() throws Exception {
        try (AutoCloseable last = barrier; AutoCloseable first = pooled) {
            LOG.debug("Closing {}, then {}", first, last);
        } catch (SQLException e) {
            LOG.warn("The database did not close cleanly; it recovers at the next start: {}", e.getMessage());
        }
    }
}
