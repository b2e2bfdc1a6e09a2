package org.zaledje.platform.service.internal.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.service.internal.TestClock;
import org.zaledje.platform.service.internal.database.JtaDatabase;
import org.zaledje.testkit.Engine;

/** Tables are changed while others write to them; what was committed is found afterwards, whenever it was. */
@Timeout(120)
class MigrationUnderLoadTest {

    private static final Changelog CHANGELOG = new Changelog("db/t/changelog.xml", "zaledje-t");
    private static final int WRITERS = 8;
    private static final int CHANGES = 3;
    private static final int ROWS_BETWEEN = 100;

    @TempDir
    private Path folder;

    private final Set<Integer> committed = new ConcurrentSkipListSet<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();

    @ParameterizedTest
    @EnumSource
    void whatIsCommittedInTransactionsIsKept(Engine engine) throws Exception {
        try (JtaDatabase database = new JtaDatabase(engine)) {
            DataSource dataSource = database.database().pooled(CHANGELOG.dataSource());
            keeps(database, id -> database.transactions().required(() -> {
                insert(dataSource, id);
                return insert(dataSource, -id);
            }));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatEndsWithItsStatementIsKept(Engine engine) throws Exception {
        try (JtaDatabase database = new JtaDatabase(engine)) {
            DataSource dataSource = database.database().pooled(CHANGELOG.dataSource());
            keeps(database, id -> insert(dataSource, id));
        }
    }

    private interface Write {
        int row(int id);
    }

    private void keeps(JtaDatabase database, Write write) throws Exception {
        Migrator migrator = new Migrator(database.plain(), database.database()::gate, new TestClock());
        migrator.migrate(CHANGELOG, files(0));
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            ends.add(writers.submit(() -> write(write)));
        }
        try {
            for (int columns = 1; columns <= CHANGES; columns++) {
                awaitRows(committed.size() + ROWS_BETWEEN);
                migrator.migrate(CHANGELOG, files(columns));
            }
            awaitRows(committed.size() + ROWS_BETWEEN);
        } finally {
            ended.set(true);
            for (Future<?> end : ends) {
                end.get();
            }
            writers.shutdown();
        }
        Set<Integer> lost = new TreeSet<>(committed);
        lost.removeAll(found(database.plain()));
        assertEquals(Set.of(), lost, () -> lost.size() + " of " + committed.size() + " rows are lost");
    }

    private void write(Write write) {
        while (!ended.get()) {
            int id = next.incrementAndGet();
            write.row(id);
            committed.add(id);
        }
    }

    private void awaitRows(int count) {
        while (committed.size() < count) {
            Thread.onSpinWait();
        }
    }

    private WrittenFiles files(int columns) throws Exception {
        StringBuilder changes = new StringBuilder("""
                <changeSet id="0" author="t">
                  <createTable tableName="t"><column name="x" type="int"><constraints primaryKey="true"/></column></createTable>
                </changeSet>
                """);
        for (int i = 1; i <= columns; i++) {
            changes.append("""
                    <changeSet id="%1$d" author="t">
                      <addColumn tableName="t"><column name="y%1$d" type="varchar(20)" defaultValue="calm"/></addColumn>
                    </changeSet>
                    """.formatted(i));
        }
        return new WrittenFiles(folder).write("db/t/changelog.xml", changes.toString());
    }

    private static int insert(DataSource dataSource, int id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("insert into t (x) values (?)")) {
            statement.setInt(1, id);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<Integer> found(DataSource dataSource) throws SQLException {
        Set<Integer> found = new TreeSet<>();
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select x from t")) {
            while (rows.next()) {
                found.add(rows.getInt(1));
            }
        }
        return found;
    }
}
