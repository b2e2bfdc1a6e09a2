package org.zaledje.platform.list;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A field that a list can be filtered or sorted by. Immutable; each method answers a changed one.
 *
 * @param name        as in the rows' JSON: a letter, then letters and digits
 * @param type        what it holds
 * @param comparisons how the list can be narrowed by it
 * @param sortable    whether the list can be sorted by it
 * @param optional    whether there are rows without a value; these come last in any order
 * @param choices     all values of a {@link FieldType#CHOICE}; else empty
 */
public record ListField(String name, FieldType type, Set<Comparison> comparisons, boolean sortable, boolean optional,
        List<String> choices) {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,49}");
    private static final Set<String> TAKEN = Set.of("sort", "limit", "cursor", "format");

    public ListField {
        Objects.requireNonNull(type);
        if (!NAME.matcher(name).matches() || TAKEN.contains(name)) {
            throw new IllegalArgumentException("not a name for a field of a list: " + name);
        }
        comparisons = Set.copyOf(comparisons);
        choices = List.copyOf(choices);
        if ((type == FieldType.CHOICE) == choices.isEmpty()) {
            throw new IllegalArgumentException("choices are for a field that is one: " + name);
        }
    }

    /** A field of this type, so far without filters and sorting. */
    public static ListField of(String name, FieldType type) {
        return new ListField(name, type, Set.of(), false, false, List.of());
    }

    /** A field that holds one of these words. It can be filtered by them. */
    public static ListField choice(String name, List<String> choices) {
        return new ListField(name, FieldType.CHOICE, Set.of(Comparison.EQUAL), false, false, choices);
    }

    /** A field that holds the name of one of these constants. It can be filtered by them. */
    public static <E extends Enum<E>> ListField choice(String name, Class<E> constants) {
        return choice(name, EnumSet.allOf(constants).stream().map(Enum::name).toList());
    }

    /** The field with filters by one value or several. */
    public ListField equal() {
        return with(Comparison.EQUAL);
    }

    /** The field with filters by where a range begins and where it ends. */
    public ListField range() {
        return with(Comparison.FROM).with(Comparison.TO);
    }

    /** The text with a filter by how it begins. */
    public ListField prefix() {
        return with(Comparison.PREFIX);
    }

    /** The text with a filter by a part of it. It reads every row that other filters leave: not for the longest tables. */
    public ListField contains() {
        return with(Comparison.CONTAINS);
    }

    /** The field, and the list can be sorted by it. */
    public ListField sorted() {
        return new ListField(name, type, comparisons, true, optional, choices);
    }

    /** The field, and some rows have no value. */
    public ListField orNone() {
        return new ListField(name, type, comparisons, sortable, true, choices);
    }

    private ListField with(Comparison more) {
        boolean ofText = more == Comparison.PREFIX || more == Comparison.CONTAINS;
        if (ofText && type != FieldType.TEXT) {
            throw new IllegalArgumentException(more + " is for texts: " + name);
        }
        Set<Comparison> all = EnumSet.of(more);
        all.addAll(comparisons);
        return new ListField(name, type, all, sortable, optional, choices);
    }
}
