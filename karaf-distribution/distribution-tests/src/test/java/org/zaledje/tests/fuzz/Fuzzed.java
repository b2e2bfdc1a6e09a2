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
import org.zaledje.tests.harness.Distribution;
import org.zaledje.tests.harness.Zaledje;

/** A platform with every shipped function, on a PostgreSQL database that can be looked into. */
final class Fuzzed implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();
    /** What the platform writes on its own, whoever calls. */
    private static final Pattern BACKGROUND = Pattern.compile("sys_audit_(link|pending|head)|sys_event_.*|"
            + "sys_job.*|sys_node|sys_number_block|databasechangelog.*");
    private static final Pattern LEAK = Pattern.compile("\tat |(java|javax|org|com)\\.[a-z]+\\.[a-zA-Z.]+(Exception|Error)|"
            + "org\\.zaledje\\.[a-z]+\\.[a-z]|com\\.fasterxml|org\\.apache\\.cxf|JdbcSQL|PSQLException");

    private final TestDatabase database;
    private final Zaledje zaledje;
    private final RowCounts counts;

    Fuzzed() throws IOException, SQLException {
        database = Engine.POSTGRESQL.create();
        zaledje = Zaledje.prepared(Distribution.built());
        Path etc = Files.createDirectories(zaledje.data().resolve("etc"));
        Files.writeString(etc.resolve("org.zaledje.database.cfg"),
                "url = " + database.url() + "\nuser = " + database.user() + "\npassword =\n");
        Files.writeString(etc.resolve("org.zaledje.web.cfg"),
                "rate.per.second = 100000\nrate.burst = 100000\nfailures.per.minute = 60000\nfailures.burst = 100000\n");
        zaledje.start();
        zaledje.deploy("accounting");
        zaledje.deploy("notes");
        counts = new RowCounts(database.dataSource(), table -> !BACKGROUND.matcher(table).matches());
    }

    Zaledje zaledje() {
        return zaledje;
    }

    RawHttp http() {
        return new RawHttp(zaledje.port());
    }

    Map<String, Long> rows() throws SQLException {
        return counts.now();
    }

    /** The tables that have not as many rows as they had. */
    Set<String> changed(Map<String, Long> before) throws SQLException {
        Map<String, Long> now = counts.now();
        return before.keySet().stream().filter(table -> !before.get(table).equals(now.get(table)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String login() {
        String both = Zaledje.ADMIN + ":" + Zaledje.PASSWORD;
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    static long seed() {
        long seed = Long.getLong("zaledje.fuzz.seed", System.currentTimeMillis());
        System.out.println("zaledje.fuzz.seed = " + seed);
        return seed;
    }

    static Duration time() {
        return Duration.ofSeconds(Long.getLong("zaledje.fuzz.seconds", 60));
    }

    static void assertSaysNothingOfTheInside(RawHttp.Response response) {
        assertThat(LEAK.matcher(response.body()).find()).as("tells of its implementation").isFalse();
    }

    @Override
    public void close() throws SQLException {
        counts.close();
        zaledje.close();
        database.close();
    }
}
