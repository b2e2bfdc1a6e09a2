package org.zaledje.platform.exchange.internal.table;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How values are written as text in one language. Immutable. */
public final class CellText {

    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern GUARDED = Pattern.compile("'[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]");
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DOTTED_DAY = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})\\.?");
    private static final int NUMBER_LENGTH_MAX = 60;

    private final Locale language;
    private final boolean decimalComma;
    private final Pattern number;

    public CellText(Locale language) {
        this.language = language;
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(language);
        this.decimalComma = isForPeople() && symbols.getDecimalSeparator() == ',';
        String group = decimalComma ? "\\." : ",";
        String mark = decimalComma ? "," : "\\.";
        this.number = Pattern.compile("[-+]?(?:\\d+|\\d{1,3}(?:" + group + "\\d{3})+)(?:" + mark + "\\d+)?");
    }

    /** Whether it is for the readers of a language, and not for programs. */
    public boolean isForPeople() {
        return !language.getLanguage().isEmpty();
    }

    public boolean hasDecimalComma() {
        return decimalComma;
    }

    String write(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal decimal) {
            String plain = decimal.toPlainString();
            return decimalComma ? plain.replace('.', ',') : plain;
        }
        if (value instanceof LocalDate day) {
            return isDotted() ? day.getDayOfMonth() + ". " + day.getMonthValue() + ". " + day.getYear() : day.toString();
        }
        return value instanceof String text ? guarded(text) : value.toString();
    }

    /** A number or a day, as it is written here, for people to imitate. */
    public String example(Object value) {
        return value instanceof String text ? text : write(value);
    }

    private boolean isDotted() {
        return language.getLanguage().equals("sl");
    }

    static String guarded(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    static String unguarded(String text) {
        return GUARDED.matcher(text).matches() ? text.substring(1) : text;
    }

    Optional<BigDecimal> decimal(String text) {
        String typed = SPACES.matcher(text).replaceAll("").replace('−', '-');
        if (typed.length() > NUMBER_LENGTH_MAX || !number.matcher(typed).matches()) {
            return Optional.empty();
        }
        String plain = decimalComma ? typed.replace(".", "").replace(',', '.') : typed.replace(",", "");
        return Optional.of(new BigDecimal(plain));
    }

    static Optional<LocalDate> day(String text) {
        String typed = SPACES.matcher(text).replaceAll("");
        try {
            if (ISO_DAY.matcher(typed).matches()) {
                return Optional.of(LocalDate.parse(typed));
            }
            Matcher dotted = DOTTED_DAY.matcher(typed);
            return dotted.matches() ? Optional.of(LocalDate.of(Integer.parseInt(dotted.group(3)),
                    Integer.parseInt(dotted.group(2)), Integer.parseInt(dotted.group(1)))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
