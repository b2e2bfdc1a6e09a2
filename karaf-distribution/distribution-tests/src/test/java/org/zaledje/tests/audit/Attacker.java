package org.zaledje.tests.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zaledje.platform.audit.Digest;
import org.zaledje.testkit.Engine;

/** Somebody who owns the database, but not the platform's files. What they do can be undone. */
final class Attacker implements AutoCloseable {

    /** The tables that they are after, with the column by which rows are told apart. */
    private static final Map<String, String> TABLES = Map.of("sys_audit_record", "id", "sys_audit_link", "position",
            "acc_entry", "id", "acc_entry_line", "entry_id", "acc_invoice", "id", "acc_invoice_original", "id");
    private static final List<String> TEXTS = List.of("actor", "door", "correlation", "record_type", "record_id", "action",
            "fields_before", "fields_after", "digest");

    private final Connection connection;

    Attacker(Engine engine, Connection connection) throws SQLException {
        this.connection = connection;
        // No trigger stops one who owns the database, nor a reference.
        execute(engine == Engine.POSTGRESQL ? "set session_replication_role = replica" : "set referential_integrity false");
    }

    void attack(Tampering tampering) throws SQLException {
        for (String table : TABLES.keySet()) {
            execute("create local temporary table kept_" + table + " as select * from " + table);
        }
        for (String sql : tampering.sql()) {
            execute(sql);
        }
    }

    void undo() throws SQLException {
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            String kept = "kept_" + table.getKey();
            String key = table.getValue();
            execute("delete from " + table.getKey() + " where " + key + " in (select " + key + " from " + kept + ")"
                    + (key.equals("position") ? "" : " or " + key + " = '" + Tampering.SLIPPED_IN + "'"));
            execute("insert into " + table.getKey() + " select * from " + kept);
            execute("drop table " + kept);
        }
    }

    /** Two records of a type, with their places in the chain. */
    Tampering.Trail trail(String type) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(
                "select r.id, l.position from sys_audit_record r join sys_audit_link l on l.record_id = r.id"
                        + " where r.record_type = '" + type + "' order by l.position")) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
                places.add(rows.getLong(2));
            }
        }
        return new Tampering.Trail(ids.get(0), places.get(0), ids.get(1), places.get(1));
    }

    /** Deletes a record and makes a new chain over the others: each link, and the head, is right. */
    void rewriteChainWithout(UUID record) throws SQLException, IOException {
        connection.setAutoCommit(false);
        // Whoever chains waits for this lock.
        execute("select * from sys_audit_head for update");
        execute("delete from sys_audit_record where id = '" + record + "'");
        long position = 0;
        String hash = "0".repeat(64);
        try (Statement statement = connection.createStatement();
                PreparedStatement link = connection.prepareStatement("insert into sys_audit_link values (?, ?, ?, ?)");
                ResultSet rows = statement.executeQuery("select r.* from sys_audit_record r join sys_audit_link l"
                        + " on l.record_id = r.id order by l.position")) {
            while (rows.next()) {
                position++;
                hash = new Digest().add(hash).add(position).add(encoded(rows)).add(rows.getString("mac")).hex();
                link.setLong(1, position);
                link.setObject(2, rows.getObject("company_id", UUID.class));
                link.setObject(3, rows.getObject("id", UUID.class));
                link.setString(4, hash);
                link.addBatch();
            }
            execute("delete from sys_audit_link");
            link.executeBatch();
        }
        execute("update sys_audit_head set position = " + position + ", hash = '" + hash + "'");
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static byte[] encoded(ResultSet row) throws SQLException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(1);
        for (String column : List.of("company_id", "id")) {
            UUID uuid = row.getObject(column, UUID.class);
            out.writeLong(uuid.getMostSignificantBits());
            out.writeLong(uuid.getLeastSignificantBits());
        }
        out.writeLong(row.getObject("recorded_at", OffsetDateTime.class).toInstant().toEpochMilli());
        for (String column : TEXTS) {
            byte[] text = row.getString(column).getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
        return bytes.toByteArray();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
