package org.zaledje.platform.service.internal.backup;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.zaledje.platform.service.internal.migration.NewTables;

/*
 * How does an installation outgrow the embedded database?
 *
 * The statements of H2 mean nothing to PostgreSQL, but the changelogs make the same tables in both. So they are made by the
 * changelogs of the bundles that the rows belong to: those of the platform, and of the archives that the backup brings. The
 * rows must have been written under the very same changelogs; the database they come from has noted their fingerprints.
 */

/** Tables of a PostgreSQL database that take in the rows of an H2 one. */
final class ServerTables implements Tables {

    /** Of Liquibase: what it says is true of the tables that were made here. */
    private static final Set<String> KEPT = Set.of("databasechangelog", "databasechangeloglock");

    private static final String REFERENCES = """
            from pg_constraint k join pg_class c on c.oid = k.conrelid
            where c.relnamespace = current_schema()::regnamespace and k.contype = 'f' order by k.oid""";
    private static final String TABLES =
            "select relname from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace order by 1";
    private static final String ROUTINES = "select format('drop routine %s', oid::regprocedure) from pg_proc"
            + " where pronamespace = current_schema()::regnamespace order by 1";
    private static final String COUNTED = """
            select format('select setval(%L, (select max(%I) from %I))', pg_get_serial_sequence(quote_ident(c.relname), a.attname),
              a.attname, c.relname)
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and a.attidentity <> ''
            where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' order by 1""";

    private final DataSource database;
    private final Connection connection;
    private final List<Path> platform;
    private final Path deployed;
    private List<String> routinesBefore = List.of();
    private Map<String, String> changelogs = Map.of();
    private List<String> references = List.of();

    /**
     * @param database the one that the connection is of: changelogs are applied on connections of their own
     * @param platform bundles of the platform
     * @param deployed folder with the archives of functions
     */
    ServerTables(DataSource database, Connection connection, List<Path> platform, Path deployed) {
        this.database = database;
        this.connection = connection;
        this.platform = platform;
        this.deployed = deployed;
    }

    /** @throws RefusedRestore when a table is made by no bundle */
    @Override
    public void make(Schema schema) throws IOException, SQLException {
        routinesBefore = Schema.strings(connection, ROUTINES);
        connection.commit();
        try (ShippedBundles bundles = new ShippedBundles(platform)) {
            changelogs = NewTables.make(database, bundles.with(deployed));
        }
        List<String> made = Schema.strings(connection, TABLES);
        Set<String> missing = new TreeSet<>(schema.tables().stream().map(ServerTables::name).toList());
        missing.removeAll(made);
        if (!missing.isEmpty()) {
            throw new RefusedRestore("No function that the backup brings makes the tables " + String.join(", ", missing)
                    + ". Put the function whose tables they are into the original's deploy/ folder, and back it up again");
        }
        references = Schema.strings(connection, "select format('alter table %I add constraint %I %s', c.relname, k.conname,"
                + " pg_get_constraintdef(k.oid)) " + REFERENCES);
        List<String> changes = new ArrayList<>(Schema.strings(connection,
                "select format('alter table %I drop constraint %I', c.relname, k.conname) " + REFERENCES));
        for (String table : made) {
            if (!KEPT.contains(table) && isFilled(table)) {
                changes.add("delete from " + Rows.quoted(table));
            }
        }
        Schema.execute(connection, changes);
    }

    private boolean isFilled(String table) throws SQLException {
        return !Schema.strings(connection, "select 1 from " + Rows.quoted(table) + " limit 1").isEmpty();
    }

    @Override
    public long rows(String table, DataInputStream in) throws SQLException, IOException {
        return KEPT.contains(name(table)) ? Rows.count(in) : Rows.read(connection, in, ServerTables::name);
    }

    /**
     * The references hold again, and what the database numbers goes on behind the last.
     *
     * @throws RefusedRestore when the rows were written under other changelogs
     */
    @Override
    public void finish() throws SQLException, RefusedRestore {
        for (Map.Entry<String, String> changelog : changelogs.entrySet()) {
            if (!isNoted(changelog.getKey(), changelog.getValue())) {
                throw new RefusedRestore("The backup was made by another version: its tables of " + changelog.getKey()
                        + " are not those of this one. Restore it into an embedded database with this version, start that once, and"
                        + " move a backup of it");
            }
        }
        Schema.execute(connection, references);
        for (String sql : Schema.strings(connection, COUNTED)) {
            Schema.strings(connection, sql);
        }
    }

    private boolean isNoted(String dataSource, String fingerprint) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select 1 from sys_migration where data_source = ? and sha256 = ?")) {
            query.setString(1, dataSource);
            query.setString(2, fingerprint);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    @Override
    public void undo() throws SQLException {
        connection.rollback();
        List<String> drops = new ArrayList<>();
        Schema.strings(connection, TABLES).forEach(table -> drops.add("drop table " + Rows.quoted(table) + " cascade"));
        Schema.strings(connection, ROUTINES).stream().filter(drop -> !routinesBefore.contains(drop)).forEach(drops::add);
        Schema.execute(connection, drops);
        connection.commit();
    }

    private static String name(String h2) {
        return h2.toLowerCase(Locale.ROOT);
    }
}
