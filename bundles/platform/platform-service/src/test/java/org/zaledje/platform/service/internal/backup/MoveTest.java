package org.zaledje.platform.service.internal.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaledje.platform.service.internal.migration.NewTables;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;

/** A company that outgrows the embedded database moves to PostgreSQL. */
class MoveTest {

    private static final char[] PASSPHRASE = "a passphrase of a test".toCharArray();
    private static final String FUNCTION = """
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
              <changeSet id="tables" author="test">
                <createTable tableName="zoo">
                  <column name="id" type="bigint"><constraints primaryKey="true"/></column>
                  <column name="name" type="varchar(100)"/>
                  <column name="amount" type="decimal(19,4)"/>
                  <column name="born" type="date"/>
                  <column name="moment" type="timestamp with time zone"/>
                  <column name="yes" type="boolean"/>
                  <column name="ref" type="uuid"/>
                  <column name="small" type="int"/>
                  <column name="story" type="%s"/>
                  <column name="content" type="longvarbinary"/>
                </createTable>
                <createTable tableName="animal">
                  <column name="id" type="bigint" autoIncrement="true"><constraints primaryKey="true"/></column>
                  <column name="zoo_id" type="bigint"><constraints nullable="false" foreignKeyName="animal_zoo_fk" references="zoo(id)"/></column>
                </createTable>
                <insert tableName="zoo"><column name="id" valueNumeric="1"/><column name="name" value="as it was made"/></insert>
              </changeSet>
            </databaseChangeLog>
            """;

    @TempDir
    Path folder;

    private Path platform;
    private Path data;

    @BeforeEach
    void aBundleOfThePlatform() throws IOException {
        platform = folder.resolve("platform-service-1.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(platform))) {
            add(jar, "META-INF/MANIFEST.MF", manifest("platform"));
            Path changelogs = Path.of("src/main/resources/db/platform");
            try (var files = Files.list(changelogs)) {
                for (Path file : files.toList()) {
                    add(jar, "db/platform/" + file.getFileName(), Files.readString(file));
                }
            }
        }
        data = Files.createDirectories(folder.resolve("data"));
        Files.createDirectories(data.resolve("deploy"));
    }

    @Test
    void rowsReferencesAndNumbersAreThere() throws Exception {
        Path function = deployed("text");
        try (TestDatabase embedded = filled(function); TestDatabase server = Engine.POSTGRESQL.create()) {
            Path file = backup(embedded);

            Restore.Result moved = new Restore(server.dataSource(), folder.resolve("moved"), List.of(platform))
                    .from(file, PASSPHRASE);

            Map<String, List<String>> expected = rows(embedded);
            assertEquals(expected, rows(server));
            assertTrue(moved.rows() > expected.get("animal").size());
            assertTrue(Files.exists(folder.resolve("moved/deploy/zoo.kar")));
            execute(server, "insert into animal (zoo_id) values (2)");
            assertEquals(List.of("4"), texts(server, "select max(id) from animal"));
            assertThrows(SQLException.class, () -> execute(server, "insert into animal (zoo_id) values (99)"));
            assertThrows(SQLException.class, () -> execute(server, "delete from sys_audit_record"));
            NewTables.make(server.dataSource(), List.of(platform, function));
        }
    }

    @Test
    void tablesThatNobodyMakesAreNamedAndNothingIsLeft() throws Exception {
        Path function = deployed("text");
        try (TestDatabase embedded = filled(function); TestDatabase server = Engine.POSTGRESQL.create()) {
            Files.delete(data.resolve("deploy/zoo.kar"));
            Path file = backup(embedded);

            assertEquals(List.of("animal, zoo"), List.of(refused(file, server).replaceAll(".*tables ([^.]*)\\..*", "$1")));
            assertEmpty(server);
        }
    }

    @Test
    void rowsOfAnotherVersionAreRefusedAndNothingIsLeft() throws Exception {
        Path function = deployed("text");
        try (TestDatabase embedded = filled(function); TestDatabase server = Engine.POSTGRESQL.create()) {
            deployed("clob");
            Path file = backup(embedded);

            assertTrue(refused(file, server).contains("another version"));
            assertEmpty(server);
            assertFalse(Files.exists(folder.resolve("moved/deploy/zoo.kar")));
        }
    }

    private String refused(Path file, TestDatabase server) {
        return assertThrows(RefusedRestore.class, () -> new Restore(server.dataSource(), folder.resolve("moved"),
                List.of(platform)).from(file, PASSPHRASE)).getMessage();
    }

    private static void assertEmpty(TestDatabase server) throws SQLException {
        assertEquals(List.of(), texts(server, "select relname from pg_class where relnamespace = current_schema()::regnamespace"));
        assertEquals(List.of(), texts(server, "select proname from pg_proc where pronamespace = current_schema()::regnamespace"));
    }

    private TestDatabase filled(Path function) throws Exception {
        TestDatabase embedded = Engine.H2.create();
        NewTables.make(embedded.dataSource(), List.of(platform, function));
        for (String sql : List.of("update zoo set name = 'changed since'",
                "insert into zoo values (2, 'two', -12345678901234.5678, date '1899-12-31',"
                        + " timestamp with time zone '2026-10-25 02:30:00.123456+02:00', false,"
                        + " '0190163d-8694-739b-aea5-966c26f8ad91', -7, 'čšž '' 𝄞', X'00ff10')",
                "insert into animal (zoo_id) values (1)", "insert into animal (zoo_id) values (2)",
                "insert into animal (zoo_id) values (2)")) {
            execute(embedded, sql);
        }
        return embedded;
    }

    private Path backup(TestDatabase database) throws IOException, SQLException {
        Path file = folder.resolve("backup");
        new BackupWriter(database.dataSource(), data, "0.1.0").write(file, PASSPHRASE, Instant.EPOCH);
        return file;
    }

    private Path deployed(String type) throws IOException {
        Path bundle = folder.resolve("zoo.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(bundle))) {
            add(jar, "META-INF/MANIFEST.MF", manifest("zoo"));
            add(jar, "db/zoo/changelog.xml", FUNCTION.formatted(type));
        }
        try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(data.resolve("deploy/zoo.kar")))) {
            archive.putNextEntry(new ZipEntry("repository/zoo/zoo.jar"));
            Files.copy(bundle, archive);
        }
        return bundle;
    }

    private static String manifest(String name) {
        return "Manifest-Version: 1.0\nBundle-SymbolicName: " + name + "\nBundle-Version: 1\nZaledje-Changelog: db/" + name
                + "/changelog.xml;datasource=zaledje-" + name + "\n";
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        OutputStream out = zip;
        out.write(content.getBytes(StandardCharsets.UTF_8));
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection(); Statement run = connection.createStatement()) {
            run.execute(sql);
        }
    }

    private static List<String> texts(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return Schema.strings(connection, sql);
        }
    }

    /** All rows but Liquibase's, the same of both products. */
    private static Map<String, List<String>> rows(TestDatabase database) throws SQLException {
        Map<String, List<String>> all = new TreeMap<>();
        try (Connection connection = database.dataSource().getConnection(); Statement run = connection.createStatement()) {
            for (String table : Schema.of(connection).tables()) {
                List<String> lines = new ArrayList<>();
                try (ResultSet rows = run.executeQuery("select * from " + Rows.quoted(table))) {
                    while (rows.next()) {
                        List<String> line = new ArrayList<>();
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            line.add(text(Kind.of(rows.getMetaData(), i).get(rows, i)));
                        }
                        lines.add(line.toString());
                    }
                }
                lines.sort(null);
                all.put(table.toLowerCase(Locale.ROOT), lines);
            }
        }
        all.keySet().removeIf(table -> table.startsWith("databasechangelog"));
        return all;
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? Arrays.toString(bytes)
                : value instanceof OffsetDateTime moment ? moment.toInstant().toString() : String.valueOf(value);
    }
}
