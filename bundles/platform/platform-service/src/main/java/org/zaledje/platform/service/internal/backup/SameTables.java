package org.zaledje.platform.service.internal.backup;

import java.io.DataInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;

/** Tables in a database of the product that the backup is of: made by its own statements. */
final class SameTables implements Tables {

    private final Connection connection;
    private List<String> last = List.of();

    SameTables(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void make(Schema schema) throws SQLException {
        Schema.execute(connection, schema.before());
        last = schema.after();
    }

    @Override
    public long rows(String table, DataInputStream in) throws IOException, SQLException {
        return Rows.read(connection, in, UnaryOperator.identity());
    }

    @Override
    public void finish() throws SQLException {
        Schema.execute(connection, last);
    }

    /** H2 does not roll back what makes tables. */
    @Override
    public void undo() throws SQLException {
        connection.rollback();
        if (connection.getMetaData().getDatabaseProductName().equals(Schema.H2)) {
            Schema.execute(connection, List.of("drop all objects"));
        }
    }
}
