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
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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
    private final Map<String, String> digests = new HashMap<>();
    private final List<Path> written = new ArrayList<>();
    private Map<String, String> expected = Map.of();
    private int tables;
    private long rows;
    private boolean touched;

    Restore(DataSource database, Path data) {
        this.database = database;
        this.data = data.toAbsolutePath().normalize();
    }

    /**
     * Reads the whole file once before it changes anything.
     *
     * @throws DamagedBackup when the file is not whole, or the passphrase not its
     * @throws RefusedRestore when the installation is not empty, or its database another product
     */
    Result from(Path file, char[] passphrase) throws IOException, SQLException {
        try (InputStream in = open(file, passphrase)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        refuseWhatIsNotEmpty();
        boolean done = false;
        try (Connection connection = database.getConnection()) {
            refuseTables(connection);
            connection.setAutoCommit(false);
            try (ZipInputStream zip = new ZipInputStream(open(file, passphrase))) {
                restore(zip, connection);
            }
            if (!digests.equals(expected)) {
                throw new DamagedBackup("Its contents are not those that its manifest names");
            }
            connection.commit();
            done = true;
        } finally {
            if (!done && touched) {
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
        Schema schema = null;
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
                schema = Schema.read(in);
                refuseOtherEngine(schema, connection);
                touched = true;
                execute(connection, schema.before());
            } else if (name.startsWith(BackupWriter.TABLES)) {
                rows += Rows.read(connection, in);
                tables++;
            } else {
                touched = true;
                writeFile(name.substring(BackupWriter.FILES.length()), in);
            }
            in.transferTo(OutputStream.nullOutputStream());
            digests.put(name, HexFormat.of().formatHex(digest.digest()));
        }
        if (schema == null) {
            throw new DamagedBackup("It has no tables");
        }
        execute(connection, schema.after());
    }

    private static void refuseOtherEngine(Schema schema, Connection connection) throws SQLException, RefusedRestore {
        String engine = connection.getMetaData().getDatabaseProductName();
        if (!schema.engine().equals(engine)) {
            throw new RefusedRestore("The backup is of a database of " + schema.engine() + ", and this one is of " + engine
                    + ". Name a database of " + schema.engine() + " in etc/org.zaledje.database.cfg");
        }
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
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

    /** What was empty is empty again: the tables, where the database did not roll them back itself, and the files. */
    private void undo() throws IOException, SQLException {
        for (Path file : written) {
            Files.deleteIfExists(file);
        }
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                statement.execute("drop all objects");
            }
        }
    }
}
