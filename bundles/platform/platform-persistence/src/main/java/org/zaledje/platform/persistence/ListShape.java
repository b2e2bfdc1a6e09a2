package org.zaledje.platform.persistence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.zaledje.platform.list.ListField;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.list.SortKey;
import org.zaledje.platform.paging.Page;

/*
 * How is a page found, whatever the order?
 *
 * A cursor holds the values by which the last row was ordered, its key being the last of them. The next page begins after
 * these values: with the order (date, id) and the cursor (d, i) its rows are those with
 * date >= d and (date > d or date = d and id > i). The first part is implied by the second; it lets the database begin at
 * the right place of an index. Because values are compared and no rows are counted, rows that come or go elsewhere move
 * nothing. The key goes the way of the field before it, so that one index serves both directions.
 *
 * Rows without a value come last. For the first field of the order there are two parts, those with a value and those
 * without, which are read one after the other, each by an index; for later fields a rank is put before them.
 */
/** What the fields of a list are in a statement, and how its pages are found, in JPQL and SQL alike. */
final class ListShape {

    private final ListSchema schema;
    private final Map<String, ListColumn> columns = new HashMap<>();
    private final Map<String, List<ListColumn>> orders = new HashMap<>();
    private final Map<String, ListCondition> conditions = new HashMap<>();
    private final Map<String, String> folded = new HashMap<>();

    /**
     * @param usual the text of a field of which nothing else is said, by its name
     */
    ListShape(ListSchema schema, Function<String, String> usual) {
        this.schema = schema;
        schema.fields().forEach(field -> columns.put(field.name(),
                new ListColumn(usual.apply(field.name()), Stored.usual(field.type()), field.optional())));
    }

    void held(String field, String text, Stored as) {
        columns.put(field, new ListColumn(text, as, known(field).optional()));
    }

    void sortedBy(String field, List<ListColumn> by) {
        known(field);
        orders.put(field, by);
    }

    void where(String field, ListCondition condition) {
        known(field);
        conditions.put(field, condition);
    }

    void folded(String field, String text) {
        known(field);
        folded.put(field, text);
    }

    private ListField known(String field) {
        return schema.field(field).orElseThrow(() -> new IllegalArgumentException(schema.name() + " has no field " + field));
    }

    ListColumn key() {
        return columns.get(schema.key());
    }

    ListColumn column(String field) {
        return columns.get(field);
    }

    Optional<ListCondition> condition(String field) {
        return Optional.ofNullable(conditions.get(field));
    }

    Optional<String> foldedColumn(String field) {
        return Optional.ofNullable(folded.get(field));
    }

    /** A row, and the values by which it is ordered. */
    record Found<R>(R row, List<Object> values) {
    }

    /** Reads the first rows of a part. */
    @FunctionalInterface
    interface Reader<R> {
        List<Found<R>> read(Part part, ListText text, int limit);
    }

    <R> Page<R> page(ListQuery query, Reader<R> reader) {
        schema.require(query);
        List<SortColumn> order = order(query);
        CursorCode code = new CursorCode(schema, query, order);
        Optional<List<Object>> after = query.page().cursor().map(code::read);
        List<Found<R>> found = new ArrayList<>();
        for (Part part : parts(order, after)) {
            int wanted = query.page().limit() + 1 - found.size();
            if (wanted > 0) {
                found.addAll(reader.read(part, new ListText(this, query, part), wanted));
            }
        }
        return Page.of(found, query.page(), row -> code.write(row.values())).map(Found::row);
    }

    /** The same rows without an order, for counting them. */
    ListText unordered(ListQuery query) {
        schema.require(query);
        return new ListText(this, query, new Part(order(query), Part.First.GIVEN, Optional.empty()));
    }

    private List<SortColumn> order(ListQuery query) {
        List<SortColumn> order = new ArrayList<>();
        boolean descending = false;
        for (SortKey key : schema.order(query)) {
            descending = key.descending();
            boolean down = descending;
            by(key.field()).forEach(column -> order.add(new SortColumn(column, down)));
            if (key.field().equals(schema.key())) {
                return order;
            }
        }
        boolean last = descending;
        by(schema.key()).forEach(column -> order.add(new SortColumn(column, last)));
        return order;
    }

    private List<ListColumn> by(String field) {
        return orders.getOrDefault(field, List.of(columns.get(field)));
    }

    /** What is read one after the other: rows that have the first value of the order, then those that have not. */
    private static List<Part> parts(List<SortColumn> order, Optional<List<Object>> after) {
        if (!order.get(0).column().optional()) {
            return List.of(new Part(order, Part.First.GIVEN, after));
        }
        Part without = new Part(order, Part.First.ABSENT, after.filter(values -> values.get(0) == null));
        boolean begun = after.isPresent() && after.get().get(0) == null;
        return begun ? List.of(without) : List.of(new Part(order, Part.First.WANTED, after), without);
    }
}
