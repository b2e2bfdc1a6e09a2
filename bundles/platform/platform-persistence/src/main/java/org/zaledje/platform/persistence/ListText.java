package org.zaledje.platform.persistence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListFilter;
import org.zaledje.platform.list.ListQuery;

/**
 * The parts of one statement, in JPQL and SQL alike: their text is made of what the list's owner has declared; every value is
 * a parameter.
 */
final class ListText {

    static final String ROW = "r";

    private final ListShape list;
    private final ListQuery query;
    private final Part part;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    ListText(ListShape list, ListQuery query, Part part) {
        this.list = list;
        this.query = query;
        this.part = part;
    }

    /** The values of the parameters in what was asked for so far, by name. */
    Map<String, Object> parameters() {
        return parameters;
    }

    /** The conditions on the rows, with {@code where} before them; empty when there are none. */
    String where(List<ListCondition> only) {
        List<String> conditions = new ArrayList<>();
        only.forEach(condition -> conditions.add("(" + condition.text(List.of(), this::bind) + ")"));
        query.filters().forEach(filter -> conditions.add(condition(filter)));
        String first = part.order().get(0).column().text();
        switch (part.first()) {
            case WANTED -> conditions.add(first + " is not null");
            case ABSENT -> conditions.add(first + " is null");
            default -> { }
        }
        part.after().ifPresent(values -> conditions.add(after(values)));
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** What is selected behind the row: the values by which it is ordered, then ranks. */
    String selected() {
        return part.order().stream().map(sort -> ", " + sort.column().text()).collect(Collectors.joining())
                + ranked(part).mapToObj(i -> ", case when " + part.order().get(i).column().text() + " is null then 1 else 0 end as "
                + rank(i)).collect(Collectors.joining());
    }

    String order() {
        return IntStream.range(part.start(), part.order().size()).mapToObj(i -> {
            SortColumn sort = part.order().get(i);
            return (isRanked(part, i) ? rank(i) + ", " : "") + sort.column().text() + sort.way();
        }).collect(Collectors.joining(", "));
    }

    /** How many ranks are selected. */
    static int ranks(Part part) {
        return (int) ranked(part).count();
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
    private String after(List<Object> values) {
        String beyond = beyond(part.start(), values);
        SortColumn first = part.order().get(part.start());
        boolean bounded = !isRanked(part, part.start());
        return bounded
                ? first.column().text() + first.beyond().stripTrailing() + "= " + bind(values.get(part.start())) + " and (" + beyond + ")"
                : "(" + beyond + ")";
    }

    private String beyond(int index, List<Object> values) {
        SortColumn sort = part.order().get(index);
        String path = sort.column().text();
        Object value = values.get(index);
        Optional<String> rest = index + 1 < part.order().size()
                ? Optional.of(beyond(index + 1, values)) : Optional.empty();
        if (value == null) {
            return path + " is null" + rest.map(condition -> " and (" + condition + ")").orElse("");
        }
        String parameter = bind(value);
        String later = path + sort.beyond() + parameter + (isRanked(part, index) ? " or " + path + " is null" : "");
        return rest.map(condition -> later + " or " + path + " = " + parameter + " and (" + condition + ")").orElse(later);
    }

    private String condition(ListFilter filter) {
        ListColumn column = list.column(filter.field());
        String path = column.text();
        Object value = filter.values().get(0);
        return switch (filter.comparison()) {
            case EQUAL -> list.condition(filter.field())
                    .map(own -> "(" + own.text(filter.values(), this::bind) + ")")
                    .orElseGet(() -> path + " in " + bind(filter.values().stream().map(column.stored()::of).toList()));
            case FROM -> path + " >= " + bind(column.stored().of(value));
            case TO -> path + (isMoment(filter) ? " < " : " <= ") + bind(column.stored().of(value));
            case PREFIX -> path + " like " + bind(LikePattern.beginning((String) value)) + LikePattern.ESCAPE;
            case CONTAINS -> list.foldedColumn(filter.field())
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
