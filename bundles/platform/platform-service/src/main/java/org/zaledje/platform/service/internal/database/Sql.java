package org.zaledje.platform.service.internal.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.RowCount;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.persistence.SqlList;

/**
 * Statements on a data source, each on a connection that takes part in the transaction of its thread. Arguments may be
 * null, {@link Optional} or {@link Instant}. Thread-safe.
 */
public final class Sql {

    private static final String UNIQUE_VIOLATION = "23505";

    /** Reads one row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final DataSource dataSource;

    public Sql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** All rows, in the order of the query, which bounds their number. */
    public <T> List<T> list(String sql, Row<T> row, Object... arguments) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(connection, sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(row.read(rows));
            }
            return read;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** A page of a list; see {@link SqlList#page}. */
    public <T> Page<T> page(SqlList<T> list, ListQuery query, Map<String, ?> same) {
        return list.page(dataSource, query, same);
    }

    /** How many rows of a list match; see {@link SqlList#count}. */
    public RowCount count(SqlList<?> list, ListQuery query, Map<String, ?> same) {
        return list.count(dataSource, query, same);
    }

    /** The first row. */
    public <T> Optional<T> first(String sql, Row<T> row, Object... arguments) {
        return list(sql, row, arguments).stream().findFirst();
    }

    /** How many rows were changed. */
    public int update(String sql, Object... arguments) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(connection, sql, arguments)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The same statement for many rows of arguments. */
    public void batch(String sql, List<Object[]> rows) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] arguments : rows) {
                bind(statement, arguments);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Whether the database is PostgreSQL. */
    public boolean isPostgresql() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Whether a statement failed for a row with its key is there already. */
    public static boolean isUniqueViolation(Throwable problem) {
        return problem instanceof SQLException e && UNIQUE_VIOLATION.equals(e.getSQLState())
                || problem.getCause() != null && isUniqueViolation(problem.getCause());
    }

    /** A moment that may be absent. */
    public static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        bind(statement, arguments);
        return statement;
    }

    private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, plain(arguments[i]));
        }
    }

    private static Object plain(Object argument) {
        Object value = argument instanceof Optional<?> optional ? optional.orElse(null) : argument;
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }

    private static IllegalStateException failure(SQLException e) {
        return new IllegalStateException("The database refused a statement: " + e.getMessage(), e);
    }
}
