package org.zaledje.tests.fuzz;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** How many rows each table of a PostgreSQL database has, read on a connection that stays open. */
final class RowCounts implements AutoCloseable {

    private final Connection connection;
    private final String query;

    RowCounts(DataSource database, Predicate<String> tables) throws SQLException {
        connection = database.getConnection();
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        query = names.stream().filter(tables).sorted()
                .map(name -> "select '" + name + "', count(*) from " + name).collect(Collectors.joining(" union all "));
    }

    Map<String, Long> now() throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counts;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
