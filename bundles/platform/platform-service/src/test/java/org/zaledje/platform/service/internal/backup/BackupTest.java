package org.zaledje.platform.service.internal.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.zaledje.platform.backup.Backups;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;

class BackupTest {

    private static final char[] PASSPHRASE = "a passphrase of a test".toCharArray();
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aRestoredDatabaseIsLikeTheOriginal(Engine engine) throws Exception {
        try (TestDatabase original = withSamples(engine); TestDatabase copy = engine.create()) {
            restore(backup(original), copy);

            assertEquals(everything(original), everything(copy));
            execute(copy, "insert into child (parent_id) values (1)");
            assertThrows(SQLException.class, () -> execute(copy, "insert into child (parent_id) values (99)"));
            assertThrows(SQLException.class, () -> execute(copy, "insert into parent (id, name) values (2, 'one')"));
            original.migrate("db/platform/changelog.xml");
            copy.migrate("db/platform/changelog.xml");
            execute(copy, "insert into child (parent_id) values (1)");
        }
    }

    /** Each transaction adds to both tables: a backup that saw them at two moments would find different numbers. */
    @ParameterizedTest
    @EnumSource
    void allTablesAreSeenAtOneMoment(Engine engine) throws Exception {
        try (TestDatabase original = withSamples(engine); TestDatabase copy = engine.create()) {
            AtomicBoolean end = new AtomicBoolean();
            AtomicInteger acknowledged = new AtomicInteger();
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> writePairs(original, end, acknowledged));
            while (acknowledged.get() < 200) {
                Thread.onSpinWait();
            }
            int before = acknowledged.get();
            Path file = backup(original);
            end.set(true);
            writing.get();
            restore(file, copy);

            int first = count(copy, "a_first");
            assertEquals(first, count(copy, "z_second"));
            assertTrue(first >= before, first + " rows, of " + before + " that were acknowledged");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoWholeBackupIsRefusedAndNothingChanged(Engine engine) throws Exception {
        try (TestDatabase original = withSamples(engine); TestDatabase copy = engine.create()) {
            Path file = backup(original);
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            byte[] whole = Files.readAllBytes(file);
            byte[] altered = whole.clone();
            altered[whole.length / 2] ^= 1;
            byte[] otherHeader = whole.clone();
            otherHeader[20] ^= 1;
            List<byte[]> damaged = List.of(altered, otherHeader, Arrays.copyOf(whole, whole.length - 1),
                    Arrays.copyOf(whole, 30), Arrays.copyOf(whole, whole.length + 1), new byte[0]);
            for (byte[] content : damaged) {
                Path other = Files.write(folder.resolve("damaged"), content);
                assertThrows(DamagedBackup.class, () -> restore(other, copy));
            }
            Path data = Files.createDirectories(folder.resolve("restored"));
            assertThrows(DamagedBackup.class,
                    () -> new Restore(copy.dataSource(), data, List.of()).from(file, "another passphrase".toCharArray()));
            assertEquals(0, count(copy, "information_schema.tables where table_schema = current_schema"));
            try (var left = Files.list(data)) {
                assertEquals(List.of(), left.toList());
            }
        }
    }

    /** It is restored for a trial, and nothing of that is left. */
    @ParameterizedTest
    @EnumSource
    void aBackupIsProven(Engine engine) throws Exception {
        try (TestDatabase original = withSamples(engine)) {
            Path file = backup(original);
            Path scratch = folder.resolve("scratch");

            List<String> before = everything(original);
            Drill.Result proven = Drill.of(file, PASSPHRASE, scratch, Optional.of(original.dataSource()));

            assertTrue(proven.restored());
            assertEquals(before.size(), proven.rows());
            assertEquals(before, everything(original));
            assertFalse(Files.exists(scratch));
            if (engine == Engine.POSTGRESQL) {
                assertEquals(0, count(original, "information_schema.schemata where schema_name like 'drill%'"));
            }
            byte[] altered = Files.readAllBytes(file);
            altered[altered.length / 2] ^= 1;
            Path other = Files.write(folder.resolve("altered"), altered);
            assertThrows(DamagedBackup.class, () -> Drill.of(other, PASSPHRASE, scratch, Optional.of(original.dataSource())));
            assertFalse(Files.exists(scratch));
        }
    }

    @Test
    void anAccountThatMayMakeNoSchemaOnlyReads() throws Exception {
        try (TestDatabase original = withSamples(Engine.POSTGRESQL)) {
            Path file = backup(original);
            PGSimpleDataSource account = new PGSimpleDataSource();
            account.setUrl(original.url());
            account.setUser("account_" + System.nanoTime());
            execute(original, "create role " + account.getUser() + " login");

            Drill.Result proven = Drill.of(file, PASSPHRASE, folder.resolve("scratch"), Optional.of(account));

            assertFalse(proven.restored());
            assertEquals(everything(original).size(), proven.rows());
            execute(original, "drop role " + account.getUser());
        }
    }

    @Test
    void theOldestBackupsGoButNeverTheLatestThatWasProven() throws Exception {
        BackupFolder kept = new BackupFolder(folder.resolve("kept"));
        for (int day = 1; day <= 4; day++) {
            Instant madeAt = Instant.parse("2026-01-0" + day + "T02:00:00Z");
            Path file = Files.writeString(kept.next(madeAt), "backup");
            kept.note(new Backups.Kept(file, madeAt, 6, day, day == 1 ? Optional.of(NOW) : Optional.empty()));
        }
        Files.writeString(folder.resolve("kept/zaledje-20260105-020000.backup"), "not made to its end");
        assertEquals(List.of(4L, 3L, 2L, 1L), kept.list().stream().map(Backups.Kept::rows).toList());

        assertEquals(1, kept.retain(2).size());

        assertEquals(List.of(4L, 3L, 1L), kept.list().stream().map(Backups.Kept::rows).toList());
        assertEquals(Optional.of(NOW), kept.list().get(2).provenAt());
        assertTrue(Files.exists(folder.resolve("kept/zaledje-20260105-020000.backup")));
    }

    @Test
    void filesComeBackButTheWayToTheDatabaseDoesNot() throws Exception {
        Path data = folder.resolve("data");
        for (String name : List.of("etc/.shipped", "etc/org.zaledje.database.cfg", "audit/key", "deploy/x.kar",
                "documents/a/b.pdf", "log/zaledje.log")) {
            Files.createDirectories(data.resolve(name).getParent());
            Files.writeString(data.resolve(name), "content of " + name);
        }
        try (TestDatabase original = withSamples(Engine.H2); TestDatabase copy = Engine.H2.create()) {
            restore(backup(original), copy);

            Path restored = folder.resolve("restored");
            assertEquals("content of documents/a/b.pdf", Files.readString(restored.resolve("documents/a/b.pdf")));
            assertEquals("content of audit/key", Files.readString(restored.resolve("audit/key")));
            assertTrue(Files.exists(restored.resolve("deploy/x.kar")));
            // Without it the next version would take all configuration for the operator's own, and renew none.
            assertTrue(Files.exists(restored.resolve("etc/.shipped")));
            assertFalse(Files.exists(restored.resolve("etc/org.zaledje.database.cfg")));
            assertFalse(Files.exists(restored.resolve("log")));
        }
    }

    @Test
    void aPlaceThatIsInUseIsRefused() throws Exception {
        try (TestDatabase original = withSamples(Engine.H2); TestDatabase copy = Engine.H2.create()) {
            Path file = backup(original);
            assertThrows(RefusedRestore.class, () -> restore(file, original));
            Files.createDirectories(folder.resolve("restored/deploy/x"));
            assertThrows(RefusedRestore.class, () -> restore(file, copy));
        }
    }

    private Path backup(TestDatabase database) throws IOException, SQLException {
        Path file = folder.resolve("backup-" + System.nanoTime());
        Files.createDirectories(folder.resolve("data"));
        new BackupWriter(database.dataSource(), folder.resolve("data"), "0.1.0").write(file, PASSPHRASE, NOW);
        return file;
    }

    private void restore(Path file, TestDatabase database) throws IOException, SQLException {
        new Restore(database.dataSource(), Files.createDirectories(folder.resolve("restored")), List.of()).from(file, PASSPHRASE);
    }

    private static TestDatabase withSamples(Engine engine) throws SQLException {
        TestDatabase database = engine.create().migrate("db/platform/changelog.xml");
        String bytes = engine == Engine.H2 ? "blob" : "bytea";
        String text = engine == Engine.H2 ? "clob" : "text";
        String someBytes = engine == Engine.H2 ? "X'00ff10'" : "'\\x00ff10'";
        for (String sql : List.of(
                "create table parent (id bigint primary key, name varchar(100) not null unique, amount decimal(19,4), "
                        + "born date, at timestamp(3), moment timestamp with time zone, yes boolean default true, ref uuid, "
                        + "small smallint, half double precision, content " + bytes + ", story " + text + ")",
                "create table child (id bigint generated by default as identity primary key, parent_id bigint not null "
                        + "references parent(id))",
                "create index child_ix on child (parent_id)",
                "insert into parent values (1, 'one', -12345678901234.5678, date '1899-12-31', "
                        + "timestamp '2024-02-29 23:59:59.999', timestamp with time zone '2026-10-25 02:30:00.123456+02:00', "
                        + "false, '0190163d-8694-739b-aea5-966c26f8ad91', -7, 0.1, " + someBytes + ", 'čšž '' 𝄞')",
                "insert into parent (id, name) values (3, '')",
                "insert into child (parent_id) values (1)",
                "create table a_first (n int)",
                "create table z_second (n int)")) {
            execute(database, sql);
        }
        return database;
    }

    private static void writePairs(TestDatabase database, AtomicBoolean end, AtomicInteger acknowledged) {
        try (Connection connection = database.dataSource().getConnection(); Statement add = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (!end.get()) {
                add.execute("insert into a_first values (1)");
                add.execute("insert into z_second values (1)");
                connection.commit();
                acknowledged.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection(); Statement run = connection.createStatement()) {
            run.execute(sql);
        }
    }

    private static int count(TestDatabase database, String from) throws SQLException {
        try (Connection connection = database.dataSource().getConnection(); Statement run = connection.createStatement();
                ResultSet rows = run.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static List<String> everything(TestDatabase database) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection(); Statement run = connection.createStatement()) {
            for (String table : Schema.of(connection).tables()) {
                List<String> lines = new ArrayList<>();
                try (ResultSet rows = run.executeQuery("select * from " + Rows.quoted(table))) {
                    while (rows.next()) {
                        StringBuilder line = new StringBuilder(table);
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            Kind kind = Kind.of(rows.getMetaData(), i);
                            Object value = kind == Kind.BYTES ? Arrays.toString(rows.getBytes(i)) : rows.getString(i);
                            line.append('|').append(rows.getMetaData().getColumnName(i)).append('=').append(value);
                        }
                        lines.add(line.toString());
                    }
                }
                lines.sort(null);
                found.addAll(lines);
            }
        }
        return found;
    }
}
