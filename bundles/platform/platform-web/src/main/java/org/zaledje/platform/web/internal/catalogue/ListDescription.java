package org.zaledje.platform.web.internal.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.zaledje.platform.list.Comparison;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListField;
import org.zaledje.platform.list.ListFilter;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.list.SortKey;
import org.zaledje.platform.paging.PageRequest;

/** The query parameters of an operation that answers a list. */
record ListDescription(ListSchema list) {

    void addTo(ArrayNode parameters) {
        list.filters().forEach((name, filter) -> {
            ObjectNode parameter = parameter(parameters, name, told(filter.comparison(), filter.field()));
            if (filter.comparison() == Comparison.EQUAL) {
                parameter.put("explode", true);
                ObjectNode schema = parameter.putObject("schema").put("type", "array").put("maxItems", ListFilter.VALUES_MAX);
                describe(filter.field(), schema.putObject("items"));
            } else {
                describe(filter.field(), parameter.putObject("schema"));
            }
        });
        ObjectNode sort = parameter(parameters, "sort", "The order, up to " + ListSchema.SORT_KEYS_MAX
                + " fields with commas between them; a minus turns one round. Rows without a value come last. Without it: "
                + String.join(",", list.order().stream().map(SortKey::toString).toList()));
        sort.put("explode", false);
        ObjectNode keys = sort.putObject("schema").put("type", "array").put("maxItems", ListSchema.SORT_KEYS_MAX);
        List<String> ways = list.sortable().stream().flatMap(field -> Stream.of(field, "-" + field)).toList();
        ArrayNode words = keys.putObject("items").put("type", "string").putArray("enum");
        ways.forEach(words::add);
        parameter(parameters, "limit", "Most rows of a page")
                .putObject("schema").put("type", "integer").put("format", "int32").put("minimum", 1)
                .put("maximum", PageRequest.LIMIT_MAX).put("default", PageRequest.LIMIT_DEFAULT);
        parameter(parameters, "cursor", "What the page before gave as next; the filters and the order stay the same")
                .putObject("schema").put("type", "string");
    }

    private static ObjectNode parameter(ArrayNode parameters, String name, String description) {
        return parameters.addObject().put("name", name).put("in", "query").put("required", false)
                .put("description", description);
    }

    private static String told(Comparison comparison, ListField field) {
        return switch (comparison) {
            case EQUAL -> "One of these values; repeat the parameter for several";
            case FROM -> "This value or a greater one";
            case TO -> field.type() == FieldType.MOMENT ? "Before this moment" : "This value or a smaller one";
            case PREFIX -> "The text begins so";
            case CONTAINS -> "The text holds this, in upper or lower case";
        };
    }

    private static void describe(ListField field, ObjectNode schema) {
        switch (field.type()) {
            case TEXT -> schema.put("type", "string").put("minLength", 1).put("maxLength", FieldType.VALUE_LENGTH_MAX);
            case DECIMAL -> schema.put("type", "string").put("format", "decimal");
            case INTEGER -> schema.put("type", "integer").put("format", "int64");
            case DATE -> schema.put("type", "string").put("format", "date");
            case MOMENT -> schema.put("type", "string").put("format", "date-time");
            case BOOLEAN -> schema.put("type", "boolean");
            case ID -> schema.put("type", "string").put("format", "uuid");
            case CHOICE -> {
                ArrayNode choices = schema.put("type", "string").putArray("enum");
                field.choices().forEach(choices::add);
            }
        }
    }
}
