package org.zaledje.platform.web.internal.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.zaledje.platform.text.LocalizedText;

/** How the platform's own kinds of values look in JSON. */
final class PlatformTypes extends SimpleModule {

    private static final long serialVersionUID = 1L;

    PlatformTypes() {
        super("zaledje");
        addSerializer(BigDecimal.class, new DecimalWriter());
        addDeserializer(BigDecimal.class, new DecimalReader());
        addDeserializer(LocalDate.class, new Days());
        addDeserializer(String.class, new TextReader());
        addSerializer(LocalizedText.class, new LocalizedTextRefusal());
    }

    /** A decimal is a string, because many JSON readers would make a binary floating-point number of it. */
    private static final class DecimalWriter extends StdSerializer<BigDecimal> {
        private static final long serialVersionUID = 1L;

        DecimalWriter() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.toPlainString());
        }
    }

    /** Takes plain decimals only: an exponent lets a few characters stand for a number that fills the memory. */
    private static final class DecimalReader extends StdScalarDeserializer<BigDecimal> {
        private static final long serialVersionUID = 1L;
        private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,20})?");

        DecimalReader() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, json);
            }
            String text = json.getText();
            return PLAIN.matcher(text).matches() ? new BigDecimal(text)
                    : (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, text, "not a plain decimal");
        }
    }

    /** Takes texts that every database can keep: without NUL, and without halves of characters. */
    private static final class TextReader extends StringDeserializer {

        private static final long serialVersionUID = 1L;

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = super.deserialize(json, context);
            boolean kept = text == null || text.codePoints().noneMatch(c -> c == 0
                    || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
            return kept ? text : (String) context.handleWeirdStringValue(String.class, "", "not a proper text");
        }
    }

    /** A resource must choose the caller's language; a text in every language has no form in JSON. */
    private static final class LocalizedTextRefusal extends StdSerializer<LocalizedText> {
        private static final long serialVersionUID = 1L;

        LocalizedTextRefusal() {
            super(LocalizedText.class);
        }

        @Override
        public void serialize(LocalizedText value, JsonGenerator json, SerializerProvider provider) throws IOException {
            provider.reportBadDefinition(LocalizedText.class, "choose a language with LocalizedText.in(Locale) first");
        }
    }
}
