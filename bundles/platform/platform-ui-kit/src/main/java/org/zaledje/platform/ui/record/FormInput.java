package org.zaledje.platform.ui.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was typed into a form, by the names of its fields. A name that the form does not have: IllegalArgumentException. */
public final class FormInput {

    private final Map<String, Object> values;

    FormInput(Map<String, Object> values) {
        this.values = values;
    }

    /** A text without the blanks around it; empty when there is none. */
    public String text(String field) {
        return value(field, String.class).orElse("").strip();
    }

    public Optional<LocalDate> date(String field) {
        return value(field, LocalDate.class);
    }

    public Optional<BigDecimal> number(String field) {
        return value(field, BigDecimal.class);
    }

    public boolean flag(String field) {
        return value(field, Boolean.class).orElse(false);
    }

    /** What was chosen, of the class that the field offers. */
    public <C> Optional<C> choice(String field, Class<C> type) {
        return value(field, type);
    }

    /** The id of the record that was chosen, where ids are UUIDs. */
    public Optional<UUID> id(String field) {
        return reference(field).map(UUID::fromString);
    }

    /** The id of the record that was chosen. */
    public Optional<String> reference(String field) {
        return value(field, Object.class).map(Object::toString);
    }

    private <V> Optional<V> value(String field, Class<V> type) {
        if (!values.containsKey(field)) {
            throw new IllegalArgumentException("the form has no field " + field);
        }
        return Optional.ofNullable(type.cast(values.get(field)));
    }
}
