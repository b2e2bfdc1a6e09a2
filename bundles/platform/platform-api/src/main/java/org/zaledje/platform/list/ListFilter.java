package org.zaledje.platform.list;

import java.util.List;
import java.util.Objects;

/**
 * One condition on the rows of a list.
 *
 * @param field      name of a field of the list
 * @param comparison how it is compared; one that the field offers
 * @param values     what it is compared with, of the field's {@link FieldType#javaType()}; several only for
 *                   {@link Comparison#EQUAL}, never none
 */
public record ListFilter(String field, Comparison comparison, List<?> values) {

    /** Most values of a filter. */
    public static final int VALUES_MAX = 100;

    public ListFilter {
        Objects.requireNonNull(field);
        Objects.requireNonNull(comparison);
        values = List.copyOf(values);
        if (values.isEmpty() || values.size() > VALUES_MAX || values.size() > 1 && comparison != Comparison.EQUAL) {
            throw new IllegalArgumentException(comparison + " of " + field + " with " + values.size() + " values");
        }
    }

    /** A condition with one value. */
    public static ListFilter of(String field, Comparison comparison, Object value) {
        return new ListFilter(field, comparison, List.of(value));
    }
}
