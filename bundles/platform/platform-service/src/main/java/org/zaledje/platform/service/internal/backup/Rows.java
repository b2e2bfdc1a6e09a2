package org.zaledje.platform.service.internal.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The rows of one table, one after the other, in constant memory. */
final class Rows {

    private static final int FETCHED_ROWS = 500;
    private static final int BATCH_ROWS = 500;
    private static final int BATCH_BYTES = 8 << 20;

    private Rows() {
    }

    /** Writes all rows that the connection's transaction sees; answers how many. */
    static long write(Connection connection, String table, DataOutputStream out) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED_ROWS);
            try (ResultSet rows = statement.executeQuery("select * from " + quoted(table))) {
                List<Kind> kinds = header(rows.getMetaData(), table, out);
                long count = 0;
                while (rows.next()) {
                    out.writeBoolean(true);
                    for (int i = 0; i < kinds.size(); i++) {
                        write(kinds.get(i).get(rows, i + 1), rows.wasNull(), kinds.get(i), out);
                    }
                    count++;
                }
                out.writeBoolean(false);
                out.writeLong(count);
                return count;
            }
        }
    }

    private static List<Kind> header(ResultSetMetaData meta, String table, DataOutputStream out)
            throws SQLException, IOException {
        Text.write(out, table);
        out.writeInt(meta.getColumnCount());
        List<Kind> kinds = new ArrayList<>();
        for (int column = 1; column <= meta.getColumnCount(); column++) {
            Kind kind = Kind.of(meta, column);
            Text.write(out, meta.getColumnName(column));
            Text.write(out, kind.name());
            kinds.add(kind);
        }
        return kinds;
    }

    private static void write(Object value, boolean isNull, Kind kind, DataOutputStream out) throws IOException {
        out.writeBoolean(!isNull);
        if (!isNull) {
            kind.write(value, out);
        }
    }

    /**
     * Inserts the rows into a table that is there; answers how many.
     *
     * @param naming of tables and columns, where it is not as in the file
     */
    static long read(Connection connection, DataInputStream in, UnaryOperator<String> naming) throws SQLException, IOException {
        String table = naming.apply(Text.read(in));
        List<String> names = new ArrayList<>();
        List<Kind> kinds = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            names.add(quoted(naming.apply(Text.read(in))));
            kinds.add(Kind.valueOf(Text.read(in)));
        }
        String sql = "insert into " + quoted(table) + " (" + String.join(", ", names) + ") "
                + (connection.getMetaData().getDatabaseProductName().equals("H2") ? "" : "overriding system value ")
                + "values (" + Collections.nCopies(names.size(), "?").stream().collect(Collectors.joining(", ")) + ")";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            long count = insertAll(insert, kinds, in);
            if (count != in.readLong()) {
                throw new DamagedBackup("Rows of " + table + " are missing");
            }
            return count;
        }
    }

    /** Reads the rows without keeping them; answers how many. */
    static long count(DataInputStream in) throws IOException {
        String table = Text.read(in);
        List<Kind> kinds = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            Text.read(in);
            kinds.add(Kind.valueOf(Text.read(in)));
        }
        long count = 0;
        while (in.readBoolean()) {
            for (Kind kind : kinds) {
                if (in.readBoolean()) {
                    kind.read(in);
                }
            }
            count++;
        }
        if (count != in.readLong()) {
            throw new DamagedBackup("Rows of " + table + " are missing");
        }
        return count;
    }

    private static long insertAll(PreparedStatement insert, List<Kind> kinds, DataInputStream in)
            throws SQLException, IOException {
        long count = 0;
        int batched = 0;
        long bytes = 0;
        while (in.readBoolean()) {
            for (int i = 0; i < kinds.size(); i++) {
                Object value = in.readBoolean() ? kinds.get(i).read(in) : null;
                insert.setObject(i + 1, value);
                bytes += value instanceof byte[] blob ? blob.length : value instanceof String text ? text.length() : 0;
            }
            insert.addBatch();
            count++;
            batched++;
            if (batched == BATCH_ROWS || bytes > BATCH_BYTES) {
                insert.executeBatch();
                batched = 0;
                bytes = 0;
            }
        }
        if (batched > 0) {
            insert.executeBatch();
        }
        return count;
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
