package org.zaledje.platform.persistence;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.persistence.TypedQuery;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.list.RowCount;
import org.zaledje.platform.paging.Page;

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
    private final ListShape shape;

    private KeysetList(Class<R> entity, ListSchema schema) {
        this.entity = entity;
        this.shape = new ListShape(schema, KeysetList::path);
    }

    private static String path(String attribute) {
        return ListText.ROW + "." + attribute;
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
        shape.held(field, path(attribute), as);
        return this;
    }

    /** Says by which attributes the list is sorted when it is sorted by this field; every row has all of them. */
    @SafeVarargs
    public final KeysetList<R> sortedBy(String field, Map.Entry<String, Stored>... attributes) {
        shape.sortedBy(field, Stream.of(attributes)
                .map(attribute -> new ListColumn(path(attribute.getKey()), attribute.getValue(), false)).toList());
        return this;
    }

    /** Says what it means that a field equals values. */
    public KeysetList<R> where(String field, ListCondition condition) {
        shape.where(field, condition);
        return this;
    }

    /** Says which attribute holds a text in lower case; parts of the text are looked for there. */
    public KeysetList<R> folded(String field, String attribute) {
        shape.folded(field, path(attribute));
        return this;
    }

    /** Rows of a page. */
    public Page<R> page(CompanyRows rows, ListQuery query) {
        return page(rows, query, List.of());
    }

    /**
     * Rows of a page, of those alone that satisfy a condition whatever is asked for: for example those of the
     * organisational units that the caller may see.
     *
     * @param only called with no values
     */
    public Page<R> page(CompanyRows rows, ListQuery query, ListCondition only) {
        return page(rows, query, List.of(only));
    }

    /** How many rows match, counted so far as {@link RowCount} says; its order and page count for nothing. */
    public RowCount count(CompanyRows rows, ListQuery query) {
        return count(rows, query, List.of());
    }

    /**
     * As {@link #count(CompanyRows, ListQuery)}, of those alone that satisfy a condition.
     *
     * @param only called with no values
     */
    public RowCount count(CompanyRows rows, ListQuery query, ListCondition only) {
        return count(rows, query, List.of(only));
    }

    private RowCount count(CompanyRows rows, ListQuery query, List<ListCondition> only) {
        ListText text = shape.unordered(query);
        String jpql = "select " + shape.key().text() + " from " + entity.getSimpleName() + " " + ListText.ROW + text.where(only);
        TypedQuery<Object> statement = rows.query(jpql, Object.class).setMaxResults(RowCount.COUNTED_MAX + 1);
        text.parameters().forEach(statement::setParameter);
        return RowCount.of(statement.getResultList().size());
    }

    private Page<R> page(CompanyRows rows, ListQuery query, List<ListCondition> only) {
        return shape.page(query, (part, text, limit) -> {
            String jpql = "select " + ListText.ROW + text.selected() + " from " + entity.getSimpleName() + " " + ListText.ROW
                    + text.where(only) + " order by " + text.order();
            TypedQuery<Object[]> statement = rows.query(jpql, Object[].class).setMaxResults(limit);
            text.parameters().forEach(statement::setParameter);
            return statement.getResultStream().map(row -> new ListShape.Found<>(entity.cast(row[0]),
                    Arrays.asList(row).subList(1, 1 + part.order().size()))).toList();
        });
    }
}
