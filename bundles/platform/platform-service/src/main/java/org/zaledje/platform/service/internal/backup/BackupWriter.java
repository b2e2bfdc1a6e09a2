package org.zaledje.platform.service.internal.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.zaledje.platform.backup.Backups;

/*
 * How is a backup consistent, and why?
 *
 * All rows come from one read-only transaction that sees the database as it was at one moment, while others go on
 * writing. The audit trail's exported heads, configuration and archives are copied before that moment, so that no head
 * speaks of a row that the rows lack; documents, which are never changed once stored, are copied after it, so that none
 * that a row speaks of is missing.
 */

/** Writes one backup. */
final class BackupWriter {

    static final String SCHEMA = "schema";
    static final String TABLES = "tables/";
    static final String FILES = "files/";
    static final String MANIFEST = "manifest.json";
    static final List<String> FOLDERS_BEFORE = List.of("etc", "audit", "deploy");
    static final List<String> FOLDERS_AFTER = List.of("documents");

    /** The way to the database belongs to one machine. */
    private static final List<String> LEFT_OUT = List.of("etc/org.zaledje.database.cfg");
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final int BUFFER_BYTES = 64 * 1024;

    private final DataSource database;
    private final Path data;
    private final String version;
    private final Map<String, String> digests = new TreeMap<>();
    private long rows;
    private int files;

    /** @param version of the platform */
    BackupWriter(DataSource database, Path data, String version) {
        this.database = database;
        this.data = data;
        this.version = version;
    }

    /** Writes the whole file and forces it to the disk; leaves none behind when that fails. */
    Backups.Report write(Path file, char[] passphrase, Instant now) throws IOException, SQLException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            int tables;
            try (FileChannel channel = FileChannel.open(
                    part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY)) {
                OutputStream target = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
                SealedOutput sealed = new SealedOutput(target, Seal.of(passphrase));
                ZipOutputStream zip = new ZipOutputStream(sealed);
                zip.setLevel(Deflater.BEST_SPEED);
                tables = write(zip, now);
                zip.finish();
                sealed.finish();
                channel.force(true);
            }
            // Not by a move that would replace what came there meanwhile.
            Files.createLink(file, part);
            return new Backups.Report(file, tables, rows, files, Files.size(file));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private int write(ZipOutputStream zip, Instant now) throws IOException, SQLException {
        writeFolders(zip, FOLDERS_BEFORE);
        Schema schema;
        try (Connection connection = database.getConnection()) {
            begin(connection);
            try {
                schema = Schema.of(connection);
                writeDatabase(zip, connection, schema);
            } finally {
                connection.rollback();
            }
        }
        writeFolders(zip, FOLDERS_AFTER);
        writeManifest(zip, schema, now);
        return schema.tables().size();
    }

    /** From its first statement on, the transaction sees what had been committed by then and nothing else. */
    private static void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                statement.execute("set session characteristics as transaction isolation level snapshot");
                statement.execute("set lazy_query_execution 1");
                connection.setAutoCommit(false);
            } else {
                connection.setAutoCommit(false);
                statement.execute("set transaction isolation level repeatable read, read only");
            }
            statement.execute("select count(*) from sys_migration");
        }
    }

    private void writeDatabase(ZipOutputStream zip, Connection connection, Schema schema)
            throws IOException, SQLException {
        entry(zip, SCHEMA, out -> schema.write(out));
        for (String table : schema.tables()) {
            entry(zip, TABLES + table, out -> rows += Rows.write(connection, table, out));
        }
    }

    private void writeFolders(ZipOutputStream zip, List<String> folders) throws IOException, SQLException {
        for (String folder : folders) {
            if (Files.isDirectory(data.resolve(folder))) {
                try (Stream<Path> found = Files.walk(data.resolve(folder))) {
                    for (Path file : (Iterable<Path>) found.filter(BackupWriter::isFile).sorted()::iterator) {
                        writeFile(zip, file);
                    }
                }
            }
        }
    }

    /** A file that is whole: uploads under way come and go. */
    private static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && !path.toString().endsWith(".part");
    }

    private void writeFile(ZipOutputStream zip, Path file) throws IOException, SQLException {
        String name = data.relativize(file).toString().replace('\\', '/');
        if (!LEFT_OUT.contains(name)) {
            entry(zip, FILES + name, out -> Files.copy(file, out));
            files++;
        }
    }

    @FunctionalInterface
    private interface Content {
        void write(DataOutputStream out) throws IOException, SQLException;
    }

    private void entry(ZipOutputStream zip, String name, Content content) throws IOException, SQLException {
        MessageDigest digest = sha256();
        zip.putNextEntry(new ZipEntry(name));
        DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new DigestOutputStream(new Kept(zip), digest), BUFFER_BYTES));
        content.write(out);
        out.flush();
        zip.closeEntry();
        digests.put(name, HexFormat.of().formatHex(digest.digest()));
    }

    private void writeManifest(ZipOutputStream zip, Schema schema, Instant now) throws IOException {
        zip.putNextEntry(new ZipEntry(MANIFEST));
        try (JsonGenerator json = new JsonFactory().createGenerator(new Kept(zip))) {
            json.writeStartObject();
            json.writeNumberField("format", 1);
            json.writeStringField("version", version);
            json.writeStringField("madeAt", now.toString());
            json.writeStringField("engine", schema.engine());
            json.writeNumberField("rows", rows);
            json.writeObjectFieldStart("sha256");
            for (Map.Entry<String, String> digest : digests.entrySet()) {
                json.writeStringField(digest.getKey(), digest.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        zip.closeEntry();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Stays open when what wraps it is closed. */
    private static final class Kept extends FilterOutputStream {

        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            out.write(source, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
