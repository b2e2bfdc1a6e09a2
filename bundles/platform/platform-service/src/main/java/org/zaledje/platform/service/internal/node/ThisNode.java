package org.zaledje.platform.service.internal.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.service.internal.database.Database;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.service.internal.home.PlatformHome;

/**
 * This node among those that share the database. Each tells that it lives by a heartbeat; one that has been silent for
 * the length of a lease counts as dead. Moments are those of the database, so that the nodes' clocks need not agree.
 */
@Component(service = ThisNode.class)
public final class ThisNode {

    /** How long a node may be silent before others take its work over. */
    public static final Duration LEASE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(ThisNode.class);
    private static final int HEARTBEAT_SECONDS = 2;
    private static final String FILE = "node.id";

    private final UUID id;
    private final UUID boot;
    private final String name;
    private final Duration lease;
    private final Sql sql;
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "zaledje-heartbeat"));
    private volatile boolean beating;
    private volatile boolean told;

    /** @param platform unused: it is there once the tables are */
    @Activate
    public ThisNode(@Reference PlatformHome home, @Reference IdSource ids, @Reference Database database,
            @Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource platform) throws IOException {
        this(idIn(home.data(), ids), ids.next(), hostName(), database.plain(), LEASE);
        heart.scheduleWithFixedDelay(this::beat, 0, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * With a heart that beats when it is told to. The component runtime tells constructors apart by the number of their
     * parameters alone.
     */
    public ThisNode(UUID id, UUID boot, String name, DataSource dataSource, Duration lease) {
        this.id = id;
        this.boot = boot;
        this.lease = lease;
        this.name = name;
        this.sql = new Sql(dataSource);
    }

    /** Kept in the data directory: the same after a restart. */
    public UUID id() {
        return id;
    }

    /** Another one at each start. */
    public UUID boot() {
        return boot;
    }

    /** Name of the machine, and the beginning of the node's id. */
    public String name() {
        return name + " " + id.toString().substring(24);
    }

    /** Whether the last heartbeat reached the database. */
    public boolean isBeating() {
        return beating;
    }

    /** The boots that have been heard within the lease. */
    public Set<UUID> alive() {
        Instant now = sql.first("select current_timestamp as now", row -> Sql.moment(row, "now").orElseThrow()).orElseThrow();
        return sql.list("select boot from sys_node where heartbeat_at > ?", row -> row.getObject(1, UUID.class),
                now.minus(lease)).stream().collect(Collectors.toSet());
    }

    /** Says that this node lives. */
    public void beat() {
        try {
            if (sql.update("update sys_node set heartbeat_at = current_timestamp where id = ? and boot = ?", id, boot) == 0) {
                join();
            }
            beating = true;
            told = false;
        } catch (RuntimeException e) {
            beating = false;
            if (!told) {
                told = true;
                LOG.warn("This node can't say that it lives, so it begins no job; it tries again every {} s: {}",
                        HEARTBEAT_SECONDS, e.getMessage());
            }
        }
    }

    private void join() {
        // What this node was before it was started anew is dead, whatever its last heartbeat says.
        sql.update("delete from sys_node where id = ? and boot < ?", id, boot);
        sql.update("insert into sys_node (id, boot, name, started_at, heartbeat_at) "
                + "values (?, ?, ?, current_timestamp, current_timestamp)", id, boot, name());
    }

    @Deactivate
    void close() throws InterruptedException {
        heart.shutdown();
        heart.awaitTermination(LEASE.toSeconds(), TimeUnit.SECONDS);
        try {
            sql.update("delete from sys_node where id = ? and boot = ?", id, boot);
        } catch (RuntimeException e) {
            LOG.debug("The lease of this node ends by itself", e);
        }
    }

    private static UUID idIn(Path data, IdSource ids) throws IOException {
        Path file = data.resolve(FILE);
        if (Files.exists(file)) {
            return UUID.fromString(Files.readString(file).strip());
        }
        UUID made = ids.next();
        Files.createDirectories(data);
        Files.writeString(file, made + "\n");
        return made;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
