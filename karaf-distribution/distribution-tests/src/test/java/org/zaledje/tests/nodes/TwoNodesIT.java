package org.zaledje.tests.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.Distribution;
import org.zaledje.tests.harness.FunctionKar;
import org.zaledje.tests.harness.Zaledje;

/** Two processes that share nothing but a PostgreSQL database. */
@Timeout(600)
class TwoNodesIT {

    private static final Duration TAKE_OVER_MAX = Duration.ofSeconds(30);
    private static final String TICK = "ticker.tick";
    private static final String LONG = "ticker.long";

    @TempDir
    private Path folder;

    @Test
    void eachTimeHasOneRunAndWorkGoesOnElsewhereWhenItsNodeIsGoneOrFrozen() throws Exception {
        try (TestDatabase database = Engine.POSTGRESQL.create();
                Zaledje one = prepared(database); Zaledje other = prepared(database)) {
            CompletableFuture.allOf(CompletableFuture.runAsync(one::start), CompletableFuture.runAsync(other::start)).join();
            assertThat(count(database, "select count(*) from sys_company")).isEqualTo(1);
            assertThat(count(database, "select count(*) from sys_user where name = 'admin'")).isEqualTo(1);
            assertThat(count(database, "select count(*) from sys_node")).isEqualTo(2);

            aKeyHasOneEffectWhicheverNodesAreAsked(one, other);

            Path archive = new FunctionKar(Distribution.built(), folder).buildTicker();
            for (Zaledje node : List.of(one, other)) {
                node.drop(archive, "ticker.kar");
                node.awaitDeployment("ticker.kar", "INSTALLED");
            }
            Await.until("ten ticks", Duration.ofSeconds(60), () -> ticks(database, TICK), count -> count >= 10);
            assertEachTimeHasOneRun(database);

            Await.until("the long job is known", Duration.ofSeconds(20),
                    () -> one.rest().post("/api/v1/jobs/" + LONG + "/runs", "{}").status(), status -> status == 201);
            Zaledje runner = runner(database, one, other);
            long epoch = epoch(database);
            long killed = System.nanoTime();
            runner.killNine();
            awaitTakeOver(database, epoch);
            System.out.printf("a killed node's run went on after %.1f s%n", (System.nanoTime() - killed) / 1e9);
            runner.start();
            runner.awaitDeployment("ticker.kar", "INSTALLED");

            Zaledje second = runner(database, one, other);
            assertThat(second).isNotSameAs(runner);
            long frozenEpoch = epoch(database);
            long frozen = System.nanoTime();
            signal(second, "STOP");
            try {
                awaitTakeOver(database, frozenEpoch);
                System.out.printf("a frozen node's run went on after %.1f s%n", (System.nanoTime() - frozen) / 1e9);
            } finally {
                signal(second, "CONT");
            }
            long rows = ticks(database, LONG);
            Await.until("the woken node answers", TAKE_OVER_MAX, () -> second.rest().get("/api/v1/jobs"),
                    answer -> answer.status() == 200);
            Await.until("thirty more rows", Duration.ofSeconds(60), () -> ticks(database, LONG), count -> count >= rows + 30);
            assertThat(longs(database, "select epoch from tck_tick where job = '" + LONG + "' order by id")).isSorted();
            assertEachTimeHasOneRun(database);
            assertThat(states(second)).contains("RUNNING", "INTERRUPTED");
        }
    }

    private static void aKeyHasOneEffectWhicheverNodesAreAsked(Zaledje one, Zaledje other) {
        for (int i = 0; i < 10; i++) {
            String role = "{\"name\":\"asked-twice-" + i + "\",\"permissions\":[]}";
            String key = "asked-twice-" + i;
            CompletableFuture<Answer> here = CompletableFuture.supplyAsync(() -> keyed(one, key, role));
            CompletableFuture<Answer> there = CompletableFuture.supplyAsync(() -> keyed(other, key, role));
            assertThat(here.join().status()).as(here.join().toString()).isEqualTo(201);
            assertThat(there.join().status()).as(there.join().toString()).isEqualTo(201);
            assertThat(there.join().json()).isEqualTo(here.join().json());
        }
        assertThat(one.rest().get("/api/v1/people/roles").json().path("items"))
                .filteredOn(role -> role.path("name").asText().startsWith("asked-twice-")).hasSize(10);
    }

    private static Answer keyed(Zaledje node, String key, String role) {
        return node.rest().with("Idempotency-Key", key).post("/api/v1/people/roles", role);
    }

    private static Zaledje prepared(TestDatabase database) throws IOException {
        Zaledje zaledje = Zaledje.prepared(Distribution.built());
        Path settings = Files.createDirectories(zaledje.data().resolve("etc")).resolve("org.zaledje.database.cfg");
        Files.writeString(settings, "url = " + database.url() + "\nuser = " + database.user() + "\npassword =\n");
        return zaledje;
    }

    private static void assertEachTimeHasOneRun(TestDatabase database) throws SQLException {
        assertThat(count(database, "select count(*) from (select queued_at from sys_job_run where job_id = '" + TICK
                + "' and cause = 'SCHEDULE' group by queued_at having count(*) > 1) twice")).isZero();
        assertThat(count(database, "select count(*) from (select run_id from tck_tick where job = '" + TICK
                + "' group by run_id having count(*) > 1) twice")).isZero();
    }

    private static void awaitTakeOver(TestDatabase database, long epoch) {
        Await.until("another node goes on", TAKE_OVER_MAX, () -> epoch(database), now -> now > epoch);
    }

    private static Zaledje runner(TestDatabase database, Zaledje... nodes) throws Exception {
        Await.until("the long job writes", Duration.ofSeconds(20), () -> ticks(database, LONG), count -> count > 0);
        try (var connection = database.dataSource().getConnection();
                var rows = connection.createStatement().executeQuery(
                        "select node from tck_tick where job = '" + LONG + "' order by id desc limit 1")) {
            rows.next();
            UUID node = rows.getObject(1, UUID.class);
            for (Zaledje candidate : nodes) {
                if (Files.readString(candidate.data().resolve("node.id")).strip().equals(node.toString())) {
                    return candidate;
                }
            }
            throw new AssertionError("no node " + node);
        }
    }

    private static void signal(Zaledje node, String signal) throws Exception {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(node.run().process().pid())).start().waitFor();
    }

    private static List<String> states(Zaledje node) {
        List<String> states = new ArrayList<>();
        for (JsonNode run : node.rest().get("/api/v1/jobs/" + LONG + "/runs").json().path("items")) {
            states.add(run.path("state").asText());
        }
        return states;
    }

    private static long epoch(TestDatabase database) throws SQLException {
        return count(database, "select coalesce(max(epoch), 0) from tck_tick where job = '" + LONG + "'");
    }

    private static long ticks(TestDatabase database, String job) throws SQLException {
        return count(database, "select count(*) from tck_tick where job = '" + job + "'");
    }

    private static long count(TestDatabase database, String query) throws SQLException {
        return longs(database, query).get(0);
    }

    private static List<Long> longs(TestDatabase database, String query) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var rows = connection.createStatement().executeQuery(query)) {
            List<Long> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
            return found;
        }
    }
}
