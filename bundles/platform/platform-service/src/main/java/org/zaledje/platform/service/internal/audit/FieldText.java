package org.zaledje.platform.service.internal.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zaledje.platform.audit.Change;

/** Fields of a record as the text that is stored: a line {@code name=value} each, bounded, with nothing a database refuses. */
final class FieldText {

    private static final int NAME_LENGTH_MAX = 100;

    private FieldText() {
    }

    static String write(Map<String, String> fields) {
        return fields.entrySet().stream().limit(Change.FIELDS_MAX)
                .map(field -> escaped(clean(field.getKey(), NAME_LENGTH_MAX)) + "="
                        + escaped(clean(field.getValue() == null ? "" : field.getValue(), Change.VALUE_LENGTH_MAX)))
                .collect(Collectors.joining("\n"));
    }

    static Map<String, String> read(String text) {
        Map<String, String> fields = new TreeMap<>();
        text.lines().filter(line -> !line.isEmpty()).forEach(line -> {
            int equals = separator(line);
            fields.put(plain(line.substring(0, equals)), plain(line.substring(Math.min(line.length(), equals + 1))));
        });
        return fields;
    }

    /** At most that long, without NUL and halves of characters, which no database gives back as they were. */
    static String clean(String text, int lengthMax) {
        String cut = text.length() <= lengthMax ? text : text.substring(0, lengthMax - 1) + "…";
        StringBuilder clean = new StringBuilder(cut.length());
        cut.codePoints().map(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("=", "\\e");
    }

    private static int separator(String line) {
        int equals = line.indexOf('=');
        return equals < 0 ? line.length() : equals;
    }

    private static String plain(String escaped) {
        StringBuilder plain = new StringBuilder(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            plain.append(c == '\\' && i + 1 < escaped.length() ? unescaped(escaped.charAt(++i)) : c);
        }
        return plain.toString();
    }

    private static char unescaped(char code) {
        return switch (code) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'e' -> '=';
            default -> code;
        };
    }
}
