package org.zaledje.platform.web.internal.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Days as they come in requests: those that every database can keep, years 1 to 9999. */
final class Days extends StdScalarDeserializer<LocalDate> {

    private static final long serialVersionUID = 1L;
    private static final int CHARACTERS = "2026-01-31".length();

    Days() {
        super(LocalDate.class);
    }

    static LocalDate parse(String text) {
        LocalDate day = LocalDate.parse(text);
        if (text.length() != CHARACTERS || day.getYear() < 1) {
            throw new DateTimeParseException("not a year from 1 to 9999", text, 0);
        }
        return day;
    }

    @Override
    public LocalDate deserialize(JsonParser json, DeserializationContext context) throws IOException {
        String text = json.getValueAsString("");
        try {
            return parse(text);
        } catch (DateTimeParseException e) {
            return (LocalDate) context.handleWeirdStringValue(LocalDate.class, "", "not a day");
        }
    }
}
