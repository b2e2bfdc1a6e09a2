package org.zaledje.platform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.list.RowCount;
import org.zaledje.platform.paging.Page;

/**
 * A list out of the rows of tables that are read by SQL, page by page as its {@link ListSchema} allows: what
 * {@link KeysetList} is for entities. Immutable, and thread-safe once it is made; made once, usually as a constant.
 *
 * <p>A field {@code createdAt} is held by the column {@code r.created_at}, a moment as {@code timestamp with time zone},
 * unless {@link #held} or {@link #sortedBy} say otherwise.
 *
 * @param <R> what a row is read as
 */
public final class SqlList<R> {

    private static final Pattern PARAMETER = Pattern.compile(":(p\\d+)\\b");
    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    /** Reads a row; it may not read further. */
    @FunctionalInterface
    public interface Row<R> {
        R read(ResultSet row) throws SQLException;
    }

    private final String columns;
    private final String from;
    private final Row<R> reader;
    private final ListShape shape;

    private SqlList(ListSchema schema, String columns, String from, Row<R> reader) {
        this.columns = columns;
        this.from = from;
        this.reader = reader;
        this.shape = new ListShape(schema, SqlList::column);
        schema.fields().stream().filter(field -> field.type() == FieldType.MOMENT)
                .forEach(field -> shape.held(field.name(), column(field.name()), Stored.INSTANT));
    }

    private static String column(String field) {
        return ListText.ROW + "." + CAPITAL.matcher(field).replaceAll(found -> "_" + found.group().toLowerCase(Locale.ROOT));
    }

    /**
     * The list of all rows of tables.
     *
     * @param columns what the reader needs, for example {@code r.id, r.name}
     * @param from    a table as {@code r}, and what is joined to it without making rows more or fewer
     */
    public static <R> SqlList<R> of(ListSchema schema, String columns, String from, Row<R> reader) {
        return new SqlList<>(schema, columns, from, reader);
    }

    /**
     * Says where a field is held.
     *
     * @param expression for example {@code u.name}
     */
    public SqlList<R> held(String field, String expression, Stored as) {
        shape.held(field, expression, as);
        return this;
    }

    /** Says by which columns the list is sorted when it is sorted by this field; every row has all of them. */
    @SafeVarargs
    public final SqlList<R> sortedBy(String field, Map.Entry<String, Stored>... expressions) {
        shape.sortedBy(field, Stream.of(expressions).map(each -> new ListColumn(each.getKey(), each.getValue(), false)).toList());
        return this;
    }

    /** Says what it means that a field equals values. */
    public SqlList<R> where(String field, ListCondition condition) {
        shape.where(field, condition);
        return this;
    }

    /**
     * Rows of a page, on a connection that takes part in the transaction of this thread.
     *
     * @param same columns, each with the value that it has in all rows of this list whatever is asked for, for example
     *             the company's id
     */
    public Page<R> page(DataSource database, ListQuery query, Map<String, ?> same) {
        Map<String, ?> fixed = new TreeMap<>(same);
        List<ListCondition> only = fixed.entrySet().stream().<ListCondition>map(column ->
                (values, parameter) -> column.getKey() + " = " + parameter.apply(column.getValue())).toList();
        return shape.page(query, (part, text, limit) -> read(database, "select " + columns + text.selected() + " from " + from
                + text.where(only) + " order by " + leading(fixed.keySet(), part) + text.order() + " fetch first " + limit
                + " rows only", text.parameters(), part));
    }

    /** How many rows match, counted so far as {@link RowCount} says; its order and page count for nothing. */
    public RowCount count(DataSource database, ListQuery query, Map<String, ?> same) {
        List<ListCondition> only = new TreeMap<>(same).entrySet().stream().<ListCondition>map(column ->
                (values, parameter) -> column.getKey() + " = " + parameter.apply(column.getValue())).toList();
        ListText text = shape.unordered(query);
        String where = text.where(only);
        String sql = "select count(*) from (select 1 as one from " + from + where + " fetch first " + (RowCount.COUNTED_MAX + 1)
                + " rows only) counted";
        List<Object> arguments = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = bound(connection, positional(sql, text.parameters(), arguments), arguments);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return RowCount.of(rows.getInt(1));
        } catch (SQLException e) {
            throw new IllegalStateException("The database refused to count a list: " + e.getMessage(), e);
        }
    }

    private static PreparedStatement bound(Connection connection, String sql, List<Object> arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.size(); i++) {
            Object value = arguments.get(i);
            statement.setObject(i + 1, value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
        }
        return statement;
    }

    /** They change nothing, but let H2 see that an index that begins with them has the order. */
    private static String leading(Collection<String> same, Part part) {
        String way = part.order().get(part.start()).way();
        return same.stream().map(column -> column + way + ", ").collect(Collectors.joining());
    }

    private List<ListShape.Found<R>> read(DataSource database, String named, Map<String, Object> parameters, Part part) {
        List<Object> arguments = new ArrayList<>();
        String sql = positional(named, parameters, arguments);
        try (Connection connection = database.getConnection(); PreparedStatement statement = bound(connection, sql, arguments)) {
            try (ResultSet rows = statement.executeQuery()) {
                List<ListShape.Found<R>> found = new ArrayList<>();
                int values = rows.getMetaData().getColumnCount() - ListText.ranks(part) - part.order().size();
                while (rows.next()) {
                    found.add(new ListShape.Found<>(reader.read(rows), values(rows, part, values)));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database refused to read a list: " + e.getMessage(), e);
        }
    }

    private static List<Object> values(ResultSet rows, Part part, int before) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (SortColumn sort : part.order()) {
            values.add(sort.column().stored().held(rows, before + values.size() + 1));
        }
        return values;
    }

    private static String positional(String named, Map<String, Object> parameters, List<Object> arguments) {
        return PARAMETER.matcher(named).replaceAll(found -> {
            Object value = parameters.get(found.group(1));
            if (value instanceof Collection<?> several) {
                arguments.addAll(several);
                return "(" + String.join(", ", Collections.nCopies(several.size(), "?")) + ")";
            }
            arguments.add(value);
            return Matcher.quoteReplacement("?");
        });
    }
}
