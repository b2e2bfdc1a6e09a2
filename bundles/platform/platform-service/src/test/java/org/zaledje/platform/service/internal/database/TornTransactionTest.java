package org.zaledje.platform.service.internal.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;

/**
 * A process that writes to H2 with many threads is killed again and again. What it has acknowledged is kept, and of each
 * transaction either all or nothing. {@code -Dzaledje.kills=50 -Dzaledje.seed=1} for more.
 */
class TornTransactionTest {

    private static final int KILLS = Integer.getInteger("zaledje.kills", 4);
    private static final long SEED = Long.getLong("zaledje.seed", System.nanoTime());
    private static final int KEPT_MAX = 1_500;

    @Test
    void aTransactionIsKeptWholeOrNotAtAllWheneverTheProcessIsKilled() throws Exception {
        Random random = new Random(SEED);
        long acknowledged = 0;
        try (TestDatabase database = Engine.H2.create()) {
            try (var connection = database.dataSource().getConnection()) {
                WritersProcess.tables(connection);
            }
            for (int kill = 1; kill <= KILLS; kill++) {
                Map<Integer, Long> last = new HashMap<>();
                acknowledged += killed(database, 1 + random.nextInt(KEPT_MAX), last);
                verify(database, last, "seed " + SEED + ", kill " + kill);
            }
        }
        System.out.println("H2: seed " + SEED + ", " + KILLS + " kills, " + acknowledged
                + " transactions acknowledged, none lost, none torn");
    }

    private static long killed(TestDatabase database, int after, Map<Integer, Long> last) throws Exception {
        Process process = start(database);
        long seen = 0;
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] words = line.split(" ");
                last.put(Integer.valueOf(words[1]), Long.valueOf(words[2]));
                if (++seen == after) {
                    // The process's own method would also close the pipe, with what is still in it.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        assertEquals(137, process.waitFor());
        return seen;
    }

    private static Process start(TestDatabase database) throws IOException {
        new Sql(database.dataSource()).update("shutdown");
        String url = database.url().replaceFirst("jdbc:h2:file:([^;]*).*", "jdbc:h2:async:$1;DB_CLOSE_ON_EXIT=FALSE");
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-cp", System.getProperty("surefire.real.class.path", System.getProperty("java.class.path")),
                WritersProcess.class.getName(), url, database.user()).redirectError(Redirect.INHERIT).start();
    }

    private static void verify(TestDatabase database, Map<Integer, Long> acknowledged, String when) {
        Sql sql = new Sql(database.dataSource());
        assertEquals(List.of(), sql.list("select c.writer, c.number, count(k.number), max(k.number) from counter c"
                + " left join kept k on k.writer = c.writer group by c.writer, c.number"
                + " having count(k.number) <> c.number or coalesce(max(k.number), 0) <> c.number",
                row -> "writer " + row.getInt(1) + " has counted to " + row.getLong(2) + " and kept " + row.getLong(3)
                        + " numbers up to " + row.getLong(4)), when + ": torn");
        Map<Integer, Long> kept = new HashMap<>();
        sql.list("select writer, number from counter", row -> kept.put(row.getInt(1), row.getLong(2)));
        acknowledged.forEach((writer, number) ->
                assertTrue(kept.get(writer) >= number, when + ": lost " + number + " of writer " + writer));
    }
}
