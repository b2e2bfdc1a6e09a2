package org.zaledje.platform.persistence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.persistence.TypedQuery;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListFilter;
import org.zaledje.platform.list.ListQuery;

/** One statement in JPQL: its text is made of what the function has declared; every value is a parameter. */
final class ListStatement<R> {

    static final String ROW = "r";

    private final KeysetList<R> list;
    private final ListQuery query;
    private final Optional<ListCondition> only;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    ListStatement(KeysetList<R> list, ListQuery query, Optional<ListCondition> only) {
        this.list = list;
        this.query = query;
        this.only = only;
    }

    /** Rows of the part: the entity first, then the values by which it is ordered. */
    List<Object[]> read(CompanyRows rows, Part part, int limit) {
        TypedQuery<Object[]> statement = rows.query(text(part), Object[].class).setMaxResults(limit);
        parameters.forEach(statement::setParameter);
        return statement.getResultList();
    }

    private String text(Part part) {
        List<String> conditions = new ArrayList<>();
        only.ifPresent(condition -> conditions.add("(" + condition.jpql(List.of(), this::bind) + ")"));
        query.filters().forEach(filter -> conditions.add(condition(filter)));
        String first = part.order().get(0).column().jpql();
        switch (part.first()) {
            case WANTED -> conditions.add(first + " is not null");
            case ABSENT -> conditions.add(first + " is null");
            default -> { }
        }
        part.after().ifPresent(values -> conditions.add(after(part, values)));
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return "select " + selected(part) + " from " + list.entity().getSimpleName() + " " + ROW + where
                + " order by " + order(part);
    }

    private static String selected(Part part) {
        return ROW + part.order().stream().map(sort -> ", " + sort.column().jpql()).collect(Collectors.joining())
                + ranked(part).mapToObj(i -> ", case when " + part.order().get(i).column().jpql() + " is null then 1 else 0 end as "
                + rank(i)).collect(Collectors.joining());
    }

    private static String order(Part part) {
        return IntStream.range(part.start(), part.order().size()).mapToObj(i -> {
            SortColumn sort = part.order().get(i);
            return (isRanked(part, i) ? rank(i) + ", " : "") + sort.column().jpql() + sort.way();
        }).collect(Collectors.joining(", "));
    }

    private static IntStream ranked(Part part) {
        return IntStream.range(part.start(), part.order().size()).filter(i -> isRanked(part, i));
    }

    private static boolean isRanked(Part part, int index) {
        return index > 0 && part.order().get(index).column().optional();
    }

    private static String rank(int index) {
        return "rank" + index;
    }

    /** What comes after a row in the order of the part. */
    private String after(Part part, List<Object> values) {
        String beyond = beyond(part, part.start(), values);
        SortColumn first = part.order().get(part.start());
        boolean bounded = !isRanked(part, part.start());
        return bounded
                ? first.column().jpql() + first.beyond().stripTrailing() + "= " + bind(values.get(part.start())) + " and (" + beyond + ")"
                : "(" + beyond + ")";
    }

    private String beyond(Part part, int index, List<Object> values) {
        SortColumn sort = part.order().get(index);
        String path = sort.column().jpql();
        Object value = values.get(index);
        Optional<String> rest = index + 1 < part.order().size()
                ? Optional.of(beyond(part, index + 1, values)) : Optional.empty();
        if (value == null) {
            return path + " is null" + rest.map(condition -> " and (" + condition + ")").orElse("");
        }
        String parameter = bind(value);
        String later = path + sort.beyond() + parameter + (isRanked(part, index) ? " or " + path + " is null" : "");
        return rest.map(condition -> later + " or " + path + " = " + parameter + " and (" + condition + ")").orElse(later);
    }

    private String condition(ListFilter filter) {
        ListColumn column = list.column(filter.field());
        String path = column.jpql();
        Object value = filter.values().get(0);
        return switch (filter.comparison()) {
            case EQUAL -> list.condition(filter.field())
                    .map(own -> "(" + own.jpql(filter.values(), this::bind) + ")")
                    .orElseGet(() -> path + " in " + bind(filter.values().stream().map(column.stored()::of).toList()));
            case FROM -> path + " >= " + bind(column.stored().of(value));
            case TO -> path + (isMoment(filter) ? " < " : " <= ") + bind(column.stored().of(value));
            case PREFIX -> path + " like " + bind(LikePattern.beginning((String) value)) + LikePattern.ESCAPE;
            case CONTAINS -> list.foldedColumn(filter.field()).map(attribute -> ROW + "." + attribute)
                    .orElse("lower(" + path + ")")
                    + " like " + bind(LikePattern.holding(LikePattern.folded((String) value))) + LikePattern.ESCAPE;
        };
    }

    private static boolean isMoment(ListFilter filter) {
        return FieldType.MOMENT.javaType().isInstance(filter.values().get(0));
    }

    private String bind(Object value) {
        String name = "p" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }
}
