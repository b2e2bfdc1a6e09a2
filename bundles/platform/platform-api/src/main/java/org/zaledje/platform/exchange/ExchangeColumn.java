package org.zaledje.platform.exchange;

import java.util.Objects;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.text.LocalizedText;

/**
 * A column of a table that is imported or exported. Immutable.
 *
 * @param key      its name for programs; unique in its format, does not change
 * @param title    its name for people; files may have either as their header, in any language
 * @param type     what its cells hold
 * @param required whether a row without it is refused when it is imported
 * @param example  what a cell may hold, of the type's class; stands in the template
 */
public record ExchangeColumn(String key, LocalizedText title, FieldType type, boolean required, Object example) {

    public ExchangeColumn {
        Objects.requireNonNull(key);
        Objects.requireNonNull(title);
        if (!type.javaType().isInstance(example)) {
            throw new IllegalArgumentException(key + " has no example of " + type);
        }
    }

    /** A column whose cells may be empty. */
    public static ExchangeColumn of(String key, LocalizedText title, FieldType type, Object example) {
        return new ExchangeColumn(key, title, type, false, example);
    }

    /** The same, and no cell may be empty. */
    public ExchangeColumn always() {
        return new ExchangeColumn(key, title, type, true, example);
    }
}
