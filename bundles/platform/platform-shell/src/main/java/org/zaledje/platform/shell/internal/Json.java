package org.zaledje.platform.shell.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zaledje.platform.text.LocalizedText;

/** Values as JSON: maps, collections, numbers, truth values, and all else as text; what is absent as null. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {
    }

    /** In ASCII, for the terminal on the other side may have any character set. */
    static String of(Object value, Locale locale) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.enable(JsonGenerator.Feature.ESCAPE_NON_ASCII);
            write(value, locale, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(Object value, Locale locale, JsonGenerator json) throws IOException {
        if (value instanceof Optional<?> optional) {
            write(optional.orElse(null), locale, json);
        } else if (value == null) {
            json.writeNull();
        } else if (value instanceof Map<?, ?> members) {
            json.writeStartObject();
            for (Map.Entry<?, ?> member : members.entrySet()) {
                json.writeFieldName(member.getKey().toString());
                write(member.getValue(), locale, json);
            }
            json.writeEndObject();
        } else if (value instanceof Collection<?> several) {
            json.writeStartArray();
            for (Object one : several) {
                write(one, locale, json);
            }
            json.writeEndArray();
        } else if (value instanceof Boolean yes) {
            json.writeBoolean(yes);
        } else if (value instanceof Number number) {
            json.writeNumber(new BigDecimal(number.toString()));
        } else if (value instanceof Duration duration) {
            json.writeNumber(BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString());
        } else {
            json.writeString(value instanceof LocalizedText text ? text.in(locale) : value.toString());
        }
    }
}
