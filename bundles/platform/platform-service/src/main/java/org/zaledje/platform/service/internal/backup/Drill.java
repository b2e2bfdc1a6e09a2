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
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.zaledje.platform.service.internal.database.DatabaseSettings;

/**
 * Proves that a backup can be restored. Every byte is read and compared with the manifest, and every row decoded. One of an embedded
 * database is then restored into a folder that is thrown away; one of a database server would need another database for that.
 */
final class Drill {

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
     * @throws DamagedBackup when it can't be restored
     */
    static Result of(Path file, char[] passphrase, Path scratch) throws IOException, SQLException {
        Drill drill = new Drill(file, passphrase);
        drill.read();
        boolean embedded = drill.engine.equals("H2");
        if (embedded) {
            drill.restore(scratch);
        }
        return new Result(drill.engine, embedded, drill.tables, drill.rows, drill.files);
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

    private void restore(Path scratch) throws IOException, SQLException {
        Files.createDirectories(scratch);
        try {
            DataSource database = DatabaseSettings.of(Map.of(), scratch).driver();
            Restore.Result restored = new Restore(database, scratch).from(file, passphrase);
            try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
                statement.execute("shutdown immediately");
            }
            if (restored.rows() != rows || restored.tables() != tables) {
                throw new DamagedBackup("Restored, it has other rows than the file");
            }
        } finally {
            delete(scratch);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) found.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(path);
            }
        }
    }
}
