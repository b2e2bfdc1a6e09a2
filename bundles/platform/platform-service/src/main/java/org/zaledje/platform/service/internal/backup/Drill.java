package org.zaledje.platform.service.internal.backup;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.zaledje.platform.service.internal.database.DatabaseSettings;

/**
 * Proves that a backup can be restored. Every byte is read and compared with the manifest, and every row decoded. One of an embedded
 * database is then restored into a folder that is thrown away, one of PostgreSQL into a schema of its own, in a transaction that is
 * rolled back, so that nothing of it stays even when the process ends meanwhile.
 */
final class Drill {

    private static final String MAY_MAKE_SCHEMAS =
            "select has_database_privilege(current_user, current_database(), 'CREATE')::text";
    private static final int BUFFER_BYTES = 64 * 1024;

    /**
     * What was proven.
     *
     * @param restored whether it was restored, and not only read
     */
    record Result(String engine, boolean restored, int tables, long rows, int files) {
    }

    private final Path file;
    private final char[] passphrase;
    private final Map<String, String> digests = new HashMap<>();
    private Map<String, String> expected = Map.of();
    private String engine = "";
    private int tables;
    private long rows;
    private int files;

    private Drill(Path file, char[] passphrase) {
        this.file = file;
        this.passphrase = passphrase;
    }

    /**
     * @param scratch a folder that is not there yet; gone again afterwards
     * @param server  where one of PostgreSQL can be restored for a trial; without it, or when its account may not create a schema,
     *                such a one is only read
     * @throws DamagedBackup when it can't be restored
     */
    static Result of(Path file, char[] passphrase, Path scratch, Optional<DataSource> server) throws IOException, SQLException {
        Drill drill = new Drill(file, passphrase);
        drill.read();
        boolean restored = drill.engine.equals(Schema.H2) ? drill.restore(scratch)
                : server.isPresent() && drill.restore(scratch, server.get());
        return new Result(drill.engine, restored, drill.tables, drill.rows, drill.files);
    }

    private void read() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Restore.open(file, passphrase))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                read(entry.getName(), zip);
            }
        }
        if (engine.isEmpty() || !digests.equals(expected)) {
            throw new DamagedBackup("Its contents are not those that its manifest names");
        }
    }

    private void read(String name, ZipInputStream zip) throws IOException {
        MessageDigest digest = BackupWriter.sha256();
        DataInputStream in = new DataInputStream(new BufferedInputStream(new DigestInputStream(zip, digest), BUFFER_BYTES));
        if (name.equals(BackupWriter.MANIFEST)) {
            expected = Restore.manifest(in);
            return;
        }
        if (name.equals(BackupWriter.SCHEMA)) {
            engine = Schema.read(in).engine();
        } else if (name.startsWith(BackupWriter.TABLES)) {
            rows += Rows.count(in);
            tables++;
        } else {
            files++;
        }
        in.transferTo(OutputStream.nullOutputStream());
        digests.put(name, HexFormat.of().formatHex(digest.digest()));
    }

    private boolean restore(Path scratch) throws IOException, SQLException {
        Files.createDirectories(scratch);
        try {
            DataSource database = DatabaseSettings.of(Map.of(), scratch).driver();
            Restore.Result restored = new Restore(database, scratch, List.of()).from(file, passphrase);
            try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
                statement.execute("shutdown immediately");
            }
            return compared(restored);
        } finally {
            delete(scratch);
        }
    }

    private boolean restore(Path scratch, DataSource server) throws IOException, SQLException {
        Files.createDirectories(scratch);
        try (Connection connection = server.getConnection()) {
            if (!connection.getMetaData().getDatabaseProductName().equals(Schema.POSTGRESQL)
                    || !Schema.strings(connection, MAY_MAKE_SCHEMAS).equals(List.of("true"))) {
                return false;
            }
            connection.setAutoCommit(false);
            try {
                String schema = "drill_" + UUID.randomUUID().toString().replace("-", "");
                Schema.execute(connection, List.of("create schema " + schema, "set local search_path to " + schema));
                return compared(new Restore(server, scratch, List.of()).within(connection, file, passphrase));
            } finally {
                connection.rollback();
            }
        } finally {
            delete(scratch);
        }
    }

    private boolean compared(Restore.Result restored) throws DamagedBackup {
        if (restored.rows() != rows || restored.tables() != tables || restored.files() != files) {
            throw new DamagedBackup("Restored, it has other contents than the file");
        }
        return true;
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) found.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(path);
            }
        }
    }
}
