package org.zaledje.platform.service.internal.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.service.internal.TestClock;
import org.zaledje.platform.service.internal.database.TableGate;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;

@Timeout(120)
class MigratorTest {

    private static final Changelog OWN = new Changelog("db/platform/changelog.xml", "zaledje-platform");
    private static final Changelog CHANGELOG = new Changelog("db/t/changelog.xml", "zaledje-t");
    private static final String TABLE = """
            <changeSet id="1" author="t">
              <createTable tableName="t"><column name="x" type="int"/></createTable>
            </changeSet>
            """;
    private static final String COLUMN = """
            <changeSet id="2" author="t"><addColumn tableName="t"><column name="y" type="int"/></addColumn></changeSet>
            """;
    private static final String BROKEN = """
            <changeSet id="broken" author="t"><sql>create nonsense</sql></changeSet>
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void aNewerChangelogAddsWhatIsMissingAndKeepsTheRows(Engine engine) throws Exception {
        try (TestDatabase database = engine.create()) {
            Migrator migrator = migrator(database);
            migrator.migrate(CHANGELOG, new WrittenFiles(folder).write("db/t/changelog.xml", TABLE));
            execute(database, "insert into t values (7)");
            migrator.migrate(CHANGELOG, new WrittenFiles(folder).write("db/t/changelog.xml", TABLE + COLUMN));
            execute(database, "update t set y = 8 where x = 7");
        }
    }

    @Test
    void nodesThatStartOnOneEmptyDatabaseMigrateItOnceEach() throws Exception {
        try (TestDatabase database = Engine.POSTGRESQL.create()) {
            WrittenFiles files = new WrittenFiles(folder).write("db/t/changelog.xml", TABLE + COLUMN);
            ExecutorService nodes = Executors.newFixedThreadPool(4);
            List<Future<?>> starts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                starts.add(nodes.submit(() -> {
                    migrator(database).migrate(CHANGELOG, files);
                    return files;
                }));
            }
            for (Future<?> start : starts) {
                start.get();
            }
            nodes.shutdown();
            execute(database, "update t set y = 8 where x = 7");
        }
    }

    @ParameterizedTest
    @EnumSource
    void includedFilesBelongToTheChangelog(Engine engine) throws Exception {
        try (TestDatabase database = engine.create()) {
            WrittenFiles files = new WrittenFiles(folder)
                    .write("db/t/changelog.xml", "<include file=\"2026/table.xml\" relativeToChangelogFile=\"true\"/>")
                    .write("db/t/2026/table.xml", TABLE);
            migrator(database).migrate(CHANGELOG, files);
            execute(database, "insert into t values (7)");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKnownChangelogDoesNotStartLiquibaseAgain(Engine engine) throws Exception {
        try (TestDatabase database = engine.create()) {
            WrittenFiles files = new WrittenFiles(folder).write("db/t/changelog.xml", TABLE);
            migrator(database).migrate(CHANGELOG, files);
            execute(database, "drop table databasechangelog");
            migrator(database).migrate(CHANGELOG, files);
            assertThrows(SQLException.class, () -> execute(database, "select * from databasechangelog"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBrokenChangelogIsToldWithItsChangeSetAndOthersGoOn(Engine engine) throws Exception {
        try (TestDatabase database = engine.create()) {
            Migrator migrator = migrator(database);
            WrittenFiles broken = new WrittenFiles(folder.resolve("broken")).write("db/t/changelog.xml", TABLE + BROKEN);
            LiquibaseException problem = assertThrows(LiquibaseException.class,
                    () -> migrator.migrate(CHANGELOG, broken));
            assertTrue(problem.getMessage().contains("db/t/changelog.xml::broken::t"), problem.getMessage());

            Changelog other = new Changelog("db/u/changelog.xml", "zaledje-u");
            migrator.migrate(other, new WrittenFiles(folder.resolve("other"))
                    .write("db/u/changelog.xml", TABLE.replace("tableName=\"t\"", "tableName=\"u\"")));
            execute(database, "insert into u values (1)");

            migrator.migrate(CHANGELOG, new WrittenFiles(folder.resolve("mended"))
                    .write("db/t/changelog.xml", TABLE + COLUMN));
            execute(database, "insert into t values (1, 2)");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLockLeftByAKilledProcessDoesNotBlock(Engine engine) throws Exception {
        try (TestDatabase database = engine.create()) {
            migrator(database).migrate(CHANGELOG, new WrittenFiles(folder).write("db/t/changelog.xml", TABLE));
            execute(database, "update databasechangeloglock "
                    + "set locked = true, lockgranted = current_timestamp, lockedby = 'killed'");
            long start = System.nanoTime();
            migrator(database).migrate(CHANGELOG, new WrittenFiles(folder).write("db/t/changelog.xml", TABLE + COLUMN));
            assertTrue(System.nanoTime() - start < 10_000_000_000L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePlatformsOwnTablesAreMadeByTheSameMeans(Engine engine) throws Exception {
        try (TestDatabase database = engine.create()) {
            migrator(database);
            try (Connection connection = database.dataSource().getConnection()) {
                assertTrue(new AppliedChangelogs(new TestClock()).contains(connection, "zaledje-platform",
                        ChangelogFingerprint.of(OWN, new WrittenFiles(Path.of("src/main/resources")))));
            }
        }
    }

    private static Migrator migrator(TestDatabase database) throws Exception {
        Migrator migrator = new Migrator(database.dataSource(), owner -> new TableGate(), new TestClock());
        migrator.migrate(OWN, new WrittenFiles(Path.of("src/main/resources")));
        return migrator;
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void theHeaderNamesChangelogAndDataSource() {
        assertEquals(CHANGELOG, Changelog.parse("db/t/changelog.xml;datasource=zaledje-t"));
        assertEquals("db/t", CHANGELOG.folder());
        for (String wrong : new String[] {
            "", "changelog.xml;datasource=x", "db/x.xml", "db/x.xml;datasource=", "db/x.xml;source=x"}) {
            assertThrows(IllegalArgumentException.class, () -> Changelog.parse(wrong), wrong);
        }
    }
}
