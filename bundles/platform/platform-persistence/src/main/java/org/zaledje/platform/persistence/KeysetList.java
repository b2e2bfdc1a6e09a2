package org.zaledje.platform.persistence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
/**
 * A list out of one entity's rows, read page by page as its {@link ListSchema} allows. Immutable, and thread-safe once it
 * is made; made once, usually as a constant.
 *
 * <p>A field is held by the attribute of its name unless {@link #held} or {@link #sortedBy} say otherwise.
 *
 * @param <R> the entity
 */
public final class KeysetList<R> {

    private final Class<R> entity;
    private final ListSchema schema;
    private final Map<String, ListColumn> columns = new HashMap<>();
    private final Map<String, List<ListColumn>> orders = new HashMap<>();
    private final Map<String, ListCondition> conditions = new HashMap<>();
    private final Map<String, String> folded = new HashMap<>();

    private KeysetList(Class<R> entity, ListSchema schema) {
        this.entity = entity;
        this.schema = schema;
        schema.fields().forEach(field -> columns.put(field.name(), ListColumn.of(field)));
    }

    /** The list of all rows of an entity. */
    public static <R> KeysetList<R> of(Class<R> entity, ListSchema schema) {
        return new KeysetList<>(entity, schema);
    }

    /**
     * Says where a field is held.
     *
     * @param attribute path from the row, for example {@code key.entryId}
     */
    public KeysetList<R> held(String field, String attribute, Stored as) {
        columns.put(field, new ListColumn(attribute, as, known(field).optional()));
        return this;
    }

    /** Says by which attributes the list is sorted when it is sorted by this field; every row has all of them. */
    @SafeVarargs
    public final KeysetList<R> sortedBy(String field, Map.Entry<String, Stored>... attributes) {
        known(field);
        orders.put(field, Stream.of(attributes)
                .map(attribute -> new ListColumn(attribute.getKey(), attribute.getValue(), false)).toList());
        return this;
    }

    /** Says what it means that a field equals values. */
    public KeysetList<R> where(String field, ListCondition condition) {
        known(field);
        conditions.put(field, condition);
        return this;
    }

    /** Says which attribute holds a text in lower case; parts of the text are looked for there. */
    public KeysetList<R> folded(String field, String attribute) {
        known(field);
        folded.put(field, attribute);
        return this;
    }

    /** Rows of a page. */
    public Page<R> page(CompanyRows rows, ListQuery query) {
        return page(rows, query, Optional.empty());
    }

    /**
     * Rows of a page, of those alone that satisfy a condition whatever is asked for: for example those of the
     * organisational units that the caller may see.
     *
     * @param only called with no values
     */
    public Page<R> page(CompanyRows rows, ListQuery query, ListCondition only) {
        return page(rows, query, Optional.of(only));
    }

    private Page<R> page(CompanyRows rows, ListQuery query, Optional<ListCondition> only) {
        schema.require(query);
        List<SortColumn> order = order(query);
        CursorCode code = new CursorCode(schema, query, order);
        Optional<List<Object>> after = query.page().cursor().map(code::read);
        List<Object[]> found = new ArrayList<>();
        for (Part part : parts(order, after)) {
            int wanted = query.page().limit() + 1 - found.size();
            if (wanted > 0) {
                found.addAll(new ListStatement<>(this, query, only).read(rows, part, wanted));
            }
        }
        Page<Object[]> page = Page.of(found, query.page(), row -> code.write(Arrays.asList(row).subList(1, row.length)));
        return page.map(row -> entity.cast(row[0]));
    }

    Class<R> entity() {
        return entity;
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

    private ListField known(String field) {
        return schema.field(field).orElseThrow(() -> new IllegalArgumentException(schema.name() + " has no field " + field));
    }

    private List<SortColumn> order(ListQuery query) {
        List<SortColumn> order = new ArrayList<>();
        boolean descending = false;
        for (SortKey key : schema.order(query)) {
            descending = key.descending();
            boolean down = descending;
            orders.getOrDefault(key.field(), List.of(columns.get(key.field())))
                    .forEach(column -> order.add(new SortColumn(column, down)));
            if (key.field().equals(schema.key())) {
                return order;
            }
        }
        order.add(new SortColumn(columns.get(schema.key()), descending));
        return order;
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
