package org.zaledje.platform.service.internal.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;

/** Puts a backup into an installation that has nothing yet. */
final class Restore {

    /** What was restored. */
    record Result(int tables, long rows, int files) {
    }

    private static final int BUFFER_BYTES = 64 * 1024;

    private final DataSource database;
    private final Path data;
    private final List<Path> platform;
    private final Map<String, String> digests = new HashMap<>();
    private final List<Path> written = new ArrayList<>();
    private Map<String, String> expected = Map.of();
    private Optional<Tables> made = Optional.empty();
    private int tables;
    private long rows;

    /** @param platform bundles of the platform: their changelogs make the tables where the backup's own statements can't */
    Restore(DataSource database, Path data, List<Path> platform) {
        this.database = database;
        this.data = data.toAbsolutePath().normalize();
        this.platform = platform;
    }

    /**
     * Reads the whole file once before it changes anything.
     *
     * @throws DamagedBackup when the file is not whole, or the passphrase not its
     * @throws RefusedRestore when the installation is not empty, or its database can't take the backup
     */
    Result from(Path file, char[] passphrase) throws IOException, SQLException {
        try (InputStream in = open(file, passphrase)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        refuseWhatIsNotEmpty();
        try (Connection connection = database.getConnection()) {
            Result result = within(connection, file, passphrase);
            connection.commit();
            return result;
        }
    }

    /** As {@link #from}, of a file that has been read whole, in a transaction of the connection that the caller ends. */
    Result within(Connection connection, Path file, char[] passphrase) throws IOException, SQLException {
        refuseTables(connection);
        connection.setAutoCommit(false);
        boolean done = false;
        try (ZipInputStream zip = new ZipInputStream(open(file, passphrase))) {
            restore(zip, connection);
            if (!digests.equals(expected)) {
                throw new DamagedBackup("Its contents are not those that its manifest names");
            }
            done = true;
        } finally {
            if (!done) {
                undo();
            }
        }
        return new Result(tables, rows, written.size());
    }

    static InputStream open(Path file, char[] passphrase) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        try {
            return new SealedInput(in, passphrase);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private void refuseWhatIsNotEmpty() throws IOException {
        for (String folder : List.of("deploy", "documents", "audit", "database")) {
            if (Files.isDirectory(data.resolve(folder))) {
                try (Stream<Path> found = Files.list(data.resolve(folder))) {
                    if (found.findAny().isPresent()) {
                        throw new RefusedRestore(data.resolve(folder) + " is not empty. A backup is restored into an "
                                + "installation that has nothing yet: choose another --data directory");
                    }
                }
            }
        }
    }

    private static void refuseTables(Connection connection) throws SQLException, RefusedRestore {
        try (ResultSet found = connection.getMetaData()
                .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            if (found.next()) {
                throw new RefusedRestore("The database has tables already. A backup is restored into an empty database: "
                        + "make one, and name it in etc/org.zaledje.database.cfg");
            }
        }
    }

    private void restore(ZipInputStream zip, Connection connection) throws IOException, SQLException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            MessageDigest digest = BackupWriter.sha256();
            DataInputStream in = new DataInputStream(
                    new BufferedInputStream(new DigestInputStream(zip, digest), BUFFER_BYTES));
            String name = entry.getName();
            if (name.equals(BackupWriter.MANIFEST)) {
                expected = manifest(in);
                continue;
            }
            if (name.equals(BackupWriter.SCHEMA)) {
                Schema schema = Schema.read(in);
                made = Optional.of(tables(schema, connection));
                made.get().make(schema);
            } else if (name.startsWith(BackupWriter.TABLES)) {
                rows += made().rows(name.substring(BackupWriter.TABLES.length()), in);
                tables++;
            } else {
                writeFile(name.substring(BackupWriter.FILES.length()), in);
            }
            in.transferTo(OutputStream.nullOutputStream());
            digests.put(name, HexFormat.of().formatHex(digest.digest()));
        }
        made().finish();
    }

    private Tables made() throws DamagedBackup {
        return made.orElseThrow(() -> new DamagedBackup("It has no tables"));
    }

    private Tables tables(Schema schema, Connection connection) throws SQLException, RefusedRestore {
        String engine = connection.getMetaData().getDatabaseProductName();
        if (schema.engine().equals(engine)) {
            return new SameTables(connection);
        }
        if (schema.engine().equals(Schema.H2) && engine.equals(Schema.POSTGRESQL)) {
            return new ServerTables(database, connection, platform, data.resolve("deploy"));
        }
        throw new RefusedRestore("The backup is of a database of " + schema.engine() + ", and this one is of " + engine
                + ". Name a database of " + schema.engine() + " in etc/org.zaledje.database.cfg");
    }

    /** A file of the operator's that is there already, which can only be configuration, is kept. */
    private void writeFile(String name, InputStream in) throws IOException {
        Path file = data.resolve(name).normalize();
        if (!file.startsWith(data)) {
            throw new DamagedBackup("It has a file outside the data directory");
        }
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            written.add(file);
            Files.copy(in, file);
            if (name.startsWith("audit/") || name.startsWith("etc/")) {
                file.toFile().setReadable(false, false);
                file.toFile().setReadable(true, true);
            }
        }
    }

    static Map<String, String> manifest(InputStream in) throws IOException {
        Map<String, String> found = new HashMap<>();
        try (JsonParser json = new JsonFactory().createParser(in).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
            boolean inside = false;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.START_OBJECT && "sha256".equals(json.currentName())) {
                    inside = true;
                } else if (token == JsonToken.END_OBJECT) {
                    inside = false;
                } else if (inside && token == JsonToken.VALUE_STRING) {
                    found.put(json.currentName(), json.getText());
                }
            }
        }
        return found;
    }

    /** What was empty is empty again. */
    private void undo() throws IOException, SQLException {
        for (Path file : written) {
            Files.deleteIfExists(file);
        }
        if (made.isPresent()) {
            made.get().undo();
        }
    }
}
