package org.zaledje.platform.exchange.internal.xlsx;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.zaledje.platform.exchange.internal.ExchangeTexts;
import org.zaledje.platform.exchange.internal.table.Table;
import org.zaledje.platform.problem.ProblemException.Kind;

/** The table in the first sheet of a workbook, and in those after it that have the same header. */
public final class XlsxTable implements Table {

    private static final int COLUMNS_MAX = 500;
    private static final int NUMBER_LENGTH_MAX = 60;
    private static final int EXPONENT_MAX = 300;
    /** What a spreadsheet calculates with; digits after these are noise. */
    private static final MathContext DIGITS = new MathContext(15);
    private static final LocalDateTime FIRST_DAY = LocalDate.of(1899, 12, 30).atStartOfDay();
    private static final int DAYS_TO_1904 = 1462;
    private static final int DAYS_MAX = 2_958_465;
    private static final long SECONDS_OF_DAY = 86_400;

    private final Workbook workbook;
    private final Deque<String> sheets;
    private final SharedTexts texts;
    private final DateStyles styles;
    private final int daysBefore;
    private Optional<Xml> sheet = Optional.empty();
    private Optional<List<Object>> header = Optional.empty();
    private long line;
    private long linesBefore;

    private XlsxTable(Workbook workbook, List<String> sheets, SharedTexts texts, DateStyles styles, boolean from1904) {
        this.workbook = workbook;
        this.sheets = new ArrayDeque<>(sheets);
        this.texts = texts;
        this.styles = styles;
        this.daysBefore = from1904 ? DAYS_TO_1904 : 0;
    }

    public static XlsxTable open(Path file) throws IOException {
        Workbook workbook = Workbook.open(file);
        try {
            return new XlsxTable(workbook, workbook.sheets(), SharedTexts.of(workbook.part("xl/sharedStrings.xml")),
                    DateStyles.of(workbook.part("xl/styles.xml")), workbook.isFrom1904());
        } catch (XMLStreamException e) {
            workbook.close();
            throw Workbook.unreadable();
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    @Override
    public Optional<Row> next() throws IOException {
        try {
            while (sheet.isPresent() || openNext()) {
                Optional<Row> row = rowOfSheet();
                if (row.isPresent() && header.isEmpty()) {
                    header = row.map(Row::cells);
                }
                if (row.isPresent()) {
                    return row;
                }
                closeSheet();
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            throw Workbook.unreadable();
        }
    }

    /** Goes to the next sheet that has the table's header, which is then behind. */
    private boolean openNext() throws IOException, XMLStreamException {
        while (!sheets.isEmpty()) {
            linesBefore += line;
            line = 0;
            sheet = Optional.of(Xml.of(workbook.part(sheets.pop()).orElseThrow(Workbook::unreadable)));
            if (header.isEmpty() || rowOfSheet().filter(row -> row.cells().equals(header.get())).isPresent()) {
                return true;
            }
            closeSheet();
        }
        return false;
    }

    private void closeSheet() throws IOException, XMLStreamException {
        if (sheet.isPresent()) {
            sheet.get().close();
            sheet = Optional.empty();
        }
    }

    private Optional<Row> rowOfSheet() throws IOException, XMLStreamException {
        Xml xml = sheet.orElseThrow();
        while (xml.nextStart()) {
            if (xml.is("row")) {
                String number = xml.attribute("r");
                line = number != null && number.matches("\\d{1,9}") ? Math.max(line + 1, Long.parseLong(number)) : line + 1;
                List<Object> cells = cells(xml);
                if (cells.stream().anyMatch(Objects::nonNull)) {
                    return Optional.of(new Row(linesBefore + line, cells));
                }
            }
        }
        return Optional.empty();
    }

    private List<Object> cells(Xml xml) throws IOException, XMLStreamException {
        List<Object> cells = new ArrayList<>();
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.is("row")) {
                return cells;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.is("c")) {
                int column = column(xml.attribute("r"), cells.size());
                if (column >= COLUMNS_MAX) {
                    throw ExchangeTexts.problem(Kind.TOO_LARGE, "exchange.too-many-columns", COLUMNS_MAX);
                }
                while (cells.size() <= column) {
                    cells.add(null);
                }
                cells.set(column, cell(xml));
            }
        }
    }

    /** The column that a reference such as {@code AB12} names. */
    private static int column(String reference, int next) {
        if (reference == null) {
            return next;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z'
                && column < COLUMNS_MAX; i++) {
            column = column * 26 + reference.charAt(i) - 'A' + 1;
        }
        return column == 0 ? next : column - 1;
    }

    private Object cell(Xml xml) throws IOException, XMLStreamException {
        String type = Objects.requireNonNullElse(xml.attribute("t"), "n");
        boolean isDate = styles.isDate(xml.attribute("s"));
        StringBuilder value = new StringBuilder();
        boolean within = false;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.is("is")) {
                    value.append(SharedTexts.text(xml, "is"));
                }
                within = xml.is("v");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                within = false;
                if (xml.is("c")) {
                    return value(type, isDate, value.toString());
                }
            } else if (within && SharedTexts.isText(event)) {
                xml.addTo(value);
            }
        }
    }

    private Object value(String type, boolean isDate, String text) throws IOException {
        if (text.isBlank()) {
            return null;
        }
        return switch (type) {
            case "s" -> shared(text);
            case "b" -> text.equals("1");
            case "n" -> number(text, isDate);
            default -> text;
        };
    }

    private Object shared(String index) throws IOException {
        if (!index.matches("\\d{1,9}")) {
            throw Workbook.unreadable();
        }
        String text = texts.get(Integer.parseInt(index));
        return text.isBlank() ? null : text;
    }

    private Object number(String text, boolean isDate) {
        BigDecimal number;
        try {
            number = new BigDecimal(text.length() > NUMBER_LENGTH_MAX ? "" : text);
        } catch (NumberFormatException e) {
            return text;
        }
        if (number.signum() == 0) {
            number = BigDecimal.ZERO;
        } else if (Math.abs((long) number.precision() - number.scale()) > EXPONENT_MAX) {
            return text;
        }
        if (isDate && number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(DAYS_MAX)) <= 0) {
            long days = number.longValue();
            long seconds = Math.round(number.subtract(BigDecimal.valueOf(days)).doubleValue() * SECONDS_OF_DAY);
            return FIRST_DAY.plusDays(days + daysBefore).plusSeconds(seconds);
        }
        BigDecimal round = number.round(DIGITS).stripTrailingZeros();
        return round.scale() < 0 ? round.setScale(0) : round;
    }

    @Override
    public void close() throws IOException {
        try (workbook; texts) {
            closeSheet();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
