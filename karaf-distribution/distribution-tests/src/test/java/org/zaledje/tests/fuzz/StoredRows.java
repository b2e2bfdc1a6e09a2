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

/**
 * What the tables of a PostgreSQL database hold: how many rows, and which transaction wrote the youngest, so that a row
 * that is changed is seen, too. Read on a connection that stays open.
 */
final class StoredRows implements AutoCloseable {

    private final Connection connection;
    private final String query;

    StoredRows(DataSource database, Predicate<String> tables) throws SQLException {
        connection = database.getConnection();
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        query = names.stream().filter(tables).sorted()
                .map(name -> "select '" + name + "', count(*) || '/' || coalesce(max(xmin::text::bigint), 0) from " + name)
                .collect(Collectors.joining(" union all "));
    }

    Map<String, String> now() throws SQLException {
        Map<String, String> states = new TreeMap<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                states.put(rows.getString(1), rows.getString(2));
            }
        }
        return states;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
