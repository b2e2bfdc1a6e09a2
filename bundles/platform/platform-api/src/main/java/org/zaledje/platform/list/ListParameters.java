package org.zaledje.platform.list;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zaledje.platform.list.ListSchema.Filterable;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.text.Texts;

/** Reads the query parameters of one list. An empty parameter stands for none. */
record ListParameters(ListSchema list) {

    private static final Texts TEXTS = Texts.beside(ListParameters.class);

    static PageRequest page(List<String> limit, List<String> cursor) {
        Integer rows = single("limit", limit).map(ListParameters::limit).orElse(null);
        return PageRequest.ofQuery(rows, single("cursor", cursor).orElse(null));
    }

    private static Integer limit(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw unreadable("limit", "1–" + PageRequest.LIMIT_MAX);
        }
    }

    List<SortKey> sort(List<String> values) {
        List<SortKey> keys = single("sort", values).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1))).map(SortKey::parse).toList();
        List<String> known = new ArrayList<>(list.sortable());
        for (SortKey key : keys) {
            if (!known.remove(key.field())) {
                throw told("list.sort-unknown", "sort", String.join(", ", list.sortable()), key.field());
            }
        }
        if (keys.size() > ListSchema.SORT_KEYS_MAX) {
            throw unreadable("sort", "1–" + ListSchema.SORT_KEYS_MAX);
        }
        return keys;
    }

    Optional<ListFilter> filter(String parameter, List<String> values) {
        Filterable filter = Optional.ofNullable(list.filters().get(parameter)).orElseThrow(() -> told(
                "list.parameter-unknown", parameter, String.join(", ", list.filters().keySet()), parameter));
        List<String> given = values.stream().filter(value -> !value.isEmpty()).distinct().toList();
        if (given.isEmpty()) {
            return Optional.empty();
        }
        int most = filter.comparison() == Comparison.EQUAL ? ListFilter.VALUES_MAX : 1;
        if (given.size() > most) {
            throw unreadable(parameter, "1–" + most);
        }
        return Optional.of(new ListFilter(filter.field().name(), filter.comparison(),
                given.stream().map(text -> value(parameter, filter.field(), text)).toList()));
    }

    private static Object value(String parameter, ListField field, String text) {
        try {
            Object value = field.type().read(text);
            if (field.type() != FieldType.CHOICE || field.choices().contains(value)) {
                return value;
            }
        } catch (RuntimeException e) {
            // told below
        }
        throw unreadable(parameter, allowed(field));
    }

    private static String allowed(ListField field) {
        return switch (field.type()) {
            case CHOICE -> String.join(", ", field.choices());
            case TEXT -> "1–" + FieldType.VALUE_LENGTH_MAX + " characters";
            case DECIMAL -> "1234.50";
            case INTEGER -> "1234";
            case DATE -> "2026-01-31";
            case MOMENT -> "2026-01-31T10:15:30Z";
            case BOOLEAN -> "true, false";
            case ID -> "01900000-0000-7000-8000-000000000000";
        };
    }

    private static Optional<String> single(String parameter, List<String> values) {
        if (values == null) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            throw unreadable(parameter, "1");
        }
        return values.stream().filter(value -> !value.isEmpty()).findFirst();
    }

    private static ProblemException unreadable(String parameter, String allowed) {
        return told("list.parameter-unreadable", parameter, allowed, parameter);
    }

    private static ProblemException told(String code, String parameter, String allowed, String what) {
        return ProblemException.of(Kind.UNREADABLE, code, TEXTS.text(code, what, allowed))
                .with("location", parameter).with("allowed", allowed);
    }
}
