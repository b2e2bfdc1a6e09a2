package org.zaledje.platform.list;

/** How a list is narrowed by a field. */
public enum Comparison {

    /** The field is one of the values given: {@code field=…}, which may be repeated. */
    EQUAL(""),
    /** The field is the value or after it: {@code field.from=…}. */
    FROM(".from"),
    /** The field is the value or before it; of moments only before it: {@code field.to=…}. */
    TO(".to"),
    /** The text begins so; upper and lower case differ: {@code field.prefix=…}. */
    PREFIX(".prefix"),
    /** The text holds this somewhere; upper and lower case are the same: {@code field.contains=…}. */
    CONTAINS(".contains");

    private final String suffix;

    Comparison(String suffix) {
        this.suffix = suffix;
    }

    /** Name of the query parameter that narrows {@code field} so. */
    public String parameter(String field) {
        return field + suffix;
    }
}
