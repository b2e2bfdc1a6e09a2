package org.zaledje.platform.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zaledje.platform.list.ListFilter;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.list.SortKey;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.problem.ProblemException;

/**
 * How a list is shown: as parameters in the address of its page, and in a saved view.
 *
 * @param filters what it is narrowed by
 * @param sort    the order; empty for the list's own
 * @param columns keys of the columns that are shown, in their order; empty for all as they are
 */
record ListState(List<ListFilter> filters, List<SortKey> sort, List<String> columns) {

    static final ListState USUAL = new ListState(List.of(), List.of(), List.of());

    private static final String COLUMNS = "columns";

    ListState {
        // The order of filters means nothing; always the same, equal states are equal.
        filters = filters.stream().sorted(Comparator.comparing(ListFilter::field).thenComparing(ListFilter::comparison)).toList();
        sort = List.copyOf(sort);
        columns = List.copyOf(columns);
    }

    /** Reads parameters; those that the list does not know (any more) count for nothing. */
    static ListState read(ListSchema schema, Map<String, List<String>> parameters) {
        List<ListFilter> filters = new ArrayList<>();
        List<SortKey> sort = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        parameters.forEach((name, values) -> {
            if (name.equals(COLUMNS)) {
                values.forEach(value -> columns.addAll(Arrays.asList(value.split(","))));
                return;
            }
            try {
                ListQuery read = schema.read(Map.of(name, values));
                filters.addAll(read.filters());
                sort.addAll(read.sort());
            } catch (ProblemException e) {
                // A field that has gone away, or an address that somebody has typed.
            }
        });
        return new ListState(filters, sort, columns);
    }

    /** Reads a text that {@link #text()} has made. */
    static ListState read(ListSchema schema, String text) {
        return read(schema, new Location("?" + text).getQueryParameters().getParameters());
    }

    Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>(
                ListSchema.write(new ListQuery(filters, sort, PageRequest.first(1))));
        if (!columns.isEmpty()) {
            parameters.put(COLUMNS, List.of(String.join(",", columns)));
        }
        return parameters;
    }

    /** All of it as one text. */
    String text() {
        return new QueryParameters(parameters()).getQueryString();
    }
}
