package org.zaledje.platform.list;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.zaledje.platform.paging.PageRequest;

/**
 * What can be asked of a list: declared once by its function, and understood by REST (query parameters and their description
 * in OpenAPI), by pages (filters and sorting in the header of a column) and by exports. Immutable; each method that
 * adds answers another one.
 *
 * <pre>{@code
 * ListSchema ORDERS = ListSchema.of("shop.orders", "-id")
 *         .with(ListField.of("number", FieldType.TEXT).equal().prefix().sorted())
 *         .with(ListField.of("date", FieldType.DATE).range().sorted());
 * }</pre>
 */
public final class ListSchema {

    /** Most fields in an order. */
    public static final int SORT_KEYS_MAX = 3;

    private final String name;
    private final String key;
    private final Map<String, ListField> fields;
    private final List<SortKey> order;

    private ListSchema(String name, String key, Map<String, ListField> fields, List<SortKey> order) {
        this.name = name;
        this.key = key;
        this.fields = fields;
        this.order = order;
    }

    /**
     * A list whose rows have a time-ordered {@code id}, so far without other fields.
     *
     * @param name  {@code <function>.<what>}
     * @param order its own order, for example {@code -id} for the latest first
     */
    public static ListSchema of(String name, String... order) {
        return keyed(name, ListField.of("id", FieldType.ID).equal(), order);
    }

    /**
     * A list whose rows are told apart by another field, so far without further ones.
     *
     * @param key a field that every row has and no two share; the list can be sorted by it
     */
    public static ListSchema keyed(String name, ListField key, String... order) {
        return new ListSchema(name, key.name(), Map.of(), Arrays.stream(order).map(SortKey::parse).toList())
                .with(key.sorted());
    }

    /** The list with one more field, or with another one in the place of that with its name. */
    public ListSchema with(ListField field) {
        Map<String, ListField> more = new LinkedHashMap<>(fields);
        more.put(field.name(), field);
        return new ListSchema(name, key, more, order);
    }

    public String name() {
        return name;
    }

    /** Name of the field that tells rows apart, and settles the order of those that are otherwise equal. */
    public String key() {
        return key;
    }

    /** Its fields, in the order in which they were declared. */
    public Collection<ListField> fields() {
        return List.copyOf(fields.values());
    }

    public Optional<ListField> field(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** Its own order. */
    public List<SortKey> order() {
        return order;
    }

    /** The order that is meant: the one asked for, else the list's own. */
    public List<SortKey> order(ListQuery query) {
        return query.sort().isEmpty() ? order : query.sort();
    }

    /**
     * Reads what is wanted from the parameters of a request.
     *
     * @param parameters all of the request's query parameters
     * @throws org.zaledje.platform.problem.ProblemException UNREADABLE, with the member {@code location} naming the parameter
     *         and {@code allowed} telling what can be there: {@code list.parameter-unknown},
     *         {@code list.parameter-unreadable}, {@code list.sort-unknown}
     */
    public ListQuery read(Map<String, List<String>> parameters) {
        ListParameters reading = new ListParameters(this);
        Map<String, List<String>> rest = new LinkedHashMap<>(parameters);
        PageRequest page = ListParameters.page(rest.remove("limit"), rest.remove("cursor"));
        List<SortKey> sort = reading.sort(rest.remove("sort"));
        List<ListFilter> filters = new ArrayList<>();
        rest.forEach((parameter, values) -> reading.filter(parameter, values).ifPresent(filters::add));
        return new ListQuery(filters, sort, page);
    }

    /** What {@link #read} has understood, as parameters again, without the page. */
    public static Map<String, List<String>> write(ListQuery query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        query.filters().forEach(filter -> parameters.put(filter.comparison().parameter(filter.field()),
                filter.values().stream().map(ListSchema::written).toList()));
        if (!query.sort().isEmpty()) {
            parameters.put("sort", List.of(String.join(",", query.sort().stream().map(SortKey::toString).toList())));
        }
        return parameters;
    }

    /** A value as {@link #read} understands it. */
    public static String written(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /**
     * Checks a query that a program has made.
     *
     * @throws IllegalArgumentException the list can't be asked so
     */
    public void require(ListQuery query) {
        query.filters().forEach(this::require);
        query.sort().forEach(key -> {
            if (field(key.field()).filter(ListField::sortable).isEmpty()) {
                throw new IllegalArgumentException(name + " can't be sorted by " + key.field());
            }
        });
    }

    private void require(ListFilter filter) {
        ListField field = field(filter.field()).filter(known -> known.comparisons().contains(filter.comparison()))
                .orElseThrow(() -> new IllegalArgumentException(
                        name + " has no filter " + filter.comparison().parameter(filter.field())));
        filter.values().forEach(value -> {
            if (!field.type().javaType().isInstance(value)
                    || field.type() == FieldType.CHOICE && !field.choices().contains(value)) {
                throw new IllegalArgumentException(field.name() + " can't be compared with " + value);
            }
        });
    }

    /** Every filter there is, by the name of its parameter. */
    public Map<String, Filterable> filters() {
        Map<String, Filterable> all = new LinkedHashMap<>();
        fields.values().forEach(field -> EnumSet.allOf(Comparison.class).stream()
                .filter(field.comparisons()::contains)
                .forEach(comparison -> all.put(comparison.parameter(field.name()), new Filterable(field, comparison))));
        return all;
    }

    /** Names of the fields it can be sorted by. */
    public List<String> sortable() {
        return fields.values().stream().filter(ListField::sortable).map(ListField::name).toList();
    }

    /** A way to narrow the list. */
    public record Filterable(ListField field, Comparison comparison) {

        public Filterable {
            Objects.requireNonNull(field);
            Objects.requireNonNull(comparison);
        }
    }
}
