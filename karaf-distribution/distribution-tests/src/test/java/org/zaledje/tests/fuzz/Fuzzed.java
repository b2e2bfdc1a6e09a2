package org.zaledje.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.Distribution;
import org.zaledje.tests.harness.Zaledje;

/** A platform with every shipped function, on a PostgreSQL database that can be looked into. */
final class Fuzzed implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();
    /** What the platform writes on its own, whoever calls. */
    private static final Pattern BACKGROUND = Pattern.compile("sys_audit_(link|pending|head)|sys_event_(cursor|lane|parked)|"
            + "sys_job|sys_job_run|sys_node|databasechangelog.*");
    /**
     * What is no record of anybody's: answers that are kept, who was seen when, what runs, numbers that are reserved.
     */
    private static final Pattern UNTOLD = Pattern.compile(
            "web_answer|sys_session|sys_token|sys_job_.*|sys_number_.*|sys_event");
    private static final Pattern LEAK = Pattern.compile("\tat |(java|javax|org|com)\\.[a-z]+\\.[a-zA-Z.]+(Exception|Error)|"
            + "org\\.zaledje\\.[a-z]+\\.[a-z]|com\\.fasterxml|org\\.apache\\.cxf|JdbcSQL|PSQLException");
    /** The same each time, so that a failure is the doing of a change. */
    private static final long SEED = 1_795_645_933_108L;
    private static final Duration QUIET_MAX = Duration.ofSeconds(20);

    /** A request, as what it was answered, and the tables that are not as they were. */
    record Exchange(RawHttp.Request request, RawHttp.Response response, Set<String> changed) {

        /** Whatever was changed is in the audit trail. */
        void assertAudited() {
            Set<String> told = changed.stream().filter(table -> !UNTOLD.matcher(table).matches())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(told.isEmpty() || told.contains("sys_audit_record"))
                    .as("no trace of a change of " + told).isTrue();
        }
    }

    private final TestDatabase database;
    private final Zaledje zaledje;
    private final StoredRows rows;
    private Map<String, String> last;

    Fuzzed() throws IOException, SQLException {
        database = Engine.POSTGRESQL.create();
        zaledje = Zaledje.prepared(Distribution.built());
        Path etc = Files.createDirectories(zaledje.data().resolve("etc"));
        Files.writeString(etc.resolve("org.zaledje.database.cfg"),
                "url = " + database.url() + "\nuser = " + database.user() + "\npassword =\n");
        Files.writeString(etc.resolve("org.zaledje.web.cfg"),
                "rate.per.second = 100000\nrate.burst = 100000\nfailures.per.minute = 60000\nfailures.burst = 100000\n");
        Files.writeString(etc.resolve("org.zaledje.identity.cfg"), "lockout.failures = 1000000\n");
        Files.writeString(etc.resolve("org.zaledje.events.cfg"), "private-targets = true\n");
        zaledje.start();
        zaledje.deploy("accounting");
        zaledje.deploy("notes");
        rows = new StoredRows(database.dataSource(), table -> !BACKGROUND.matcher(table).matches());
        last = rows.now();
    }

    Zaledje zaledje() {
        return zaledje;
    }

    /** Sends a request, and looks what it has changed when it is refused. */
    Exchange send(RawHttp.Request request) throws IOException, SQLException {
        RawHttp.Response response = new RawHttp(zaledje.port()).send(request);
        Set<String> changed = changed();
        if (response.status() < 400 || changed.isEmpty()) {
            return new Exchange(request, response, changed);
        }
        // It may have been the late effect of an earlier one: then nothing changes when it comes again.
        Await.until("nothing changes any more", QUIET_MAX, this::changed, Set::isEmpty);
        RawHttp.Response again = new RawHttp(zaledje.port()).send(request);
        return new Exchange(request, again, changed());
    }

    /** The tables that are not as they were when this was asked before. */
    private Set<String> changed() throws SQLException {
        Map<String, String> before = last;
        last = rows.now();
        return last.keySet().stream().filter(table -> !last.get(table).equals(before.get(table)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String login() {
        String both = Zaledje.ADMIN + ":" + Zaledje.PASSWORD;
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    static long seed() {
        long seed = Long.getLong("zaledje.fuzz.seed", SEED);
        System.out.println("zaledje.fuzz.seed = " + seed);
        return seed;
    }

    static Duration time() {
        return Duration.ofSeconds(Long.getLong("zaledje.fuzz.seconds", 25));
    }

    static void assertSaysNothingOfTheInside(RawHttp.Response response) {
        assertThat(LEAK.matcher(response.body()).find()).as("tells of its implementation").isFalse();
    }

    static String firstLine(AssertionError e) {
        return e.getMessage().lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        zaledje.close();
        database.close();
    }
}
