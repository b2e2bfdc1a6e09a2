package org.zaledje.platform.exchange.internal.table;

import static org.zaledje.platform.exchange.internal.ExchangeTexts.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.zaledje.platform.exchange.ExchangeColumn;
import org.zaledje.platform.exchange.ExchangeFormat;
import org.zaledje.platform.exchange.ExchangeRow;
import org.zaledje.platform.exchange.Exchanges;
import org.zaledje.platform.exchange.TableStyle;
import org.zaledje.platform.exchange.internal.ExchangeTexts;
import org.zaledje.platform.exchange.internal.table.Table.Row;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;

/** Reads a table as the records of a format: finds its columns, turns cells into values, and rows into records. */
public final class TableWalk {

    private static final int RECORD_ROWS_MAX = 10_000;
    private static final int FOUND_CHARS_MAX = 80;

    private final ExchangeFormat<?> format;
    private final List<ExchangeColumn> known;
    private final TableStyle style;
    private final CellText text;
    private final CellReader cells;
    private final Visitor visitor;
    private final Map<Integer, ExchangeColumn> columns = new HashMap<>();
    private final List<ExchangeRow> record = new ArrayList<>();
    private boolean recordIsRight = true;
    private long rows;
    private long records;

    /** Is told what a table holds, in order. */
    public interface Visitor {

        /** A row as it stands in the file, the header first. */
        default void raw(Row row) {
        }

        /** A record whose cells are all right. */
        void record(List<ExchangeRow> rows);

        /**
         * A mistake.
         *
         * @param column its column; empty for the line as a whole
         * @param found  what stands there; may be empty
         */
        void mistake(long line, Optional<ExchangeColumn> column, String found, LocalizedText message);
    }

    public TableWalk(ExchangeFormat<?> format, TableStyle style, Visitor visitor) {
        this.format = format;
        this.known = List.copyOf(format.columns());
        this.style = style;
        this.text = new CellText(style.language());
        this.cells = new CellReader(text);
        this.visitor = visitor;
    }

    /** Reads the whole table. */
    public void walk(Table table) throws IOException {
        Optional<Row> header = table.next();
        if (header.isEmpty()) {
            visitor.mistake(1, Optional.empty(), "", text("exchange.empty"));
            return;
        }
        visitor.raw(header.get());
        if (!findColumns(header.get())) {
            return;
        }
        for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
            visitor.raw(row.get());
            if (++rows > Exchanges.ROWS_MAX) {
                throw ExchangeTexts.problem(Kind.TOO_LARGE, "exchange.too-many-rows", Exchanges.ROWS_MAX);
            }
            take(row.get());
        }
        endRecord();
    }

    public long rows() {
        return rows;
    }

    public long records() {
        return records;
    }

    private boolean findColumns(Row header) {
        boolean right = true;
        for (int i = 0; i < header.cells().size(); i++) {
            Object cell = header.cell(i);
            if (cell == null) {
                continue;
            }
            String title = CellReader.told(cell);
            Optional<ExchangeColumn> column = known.stream().filter(each -> isTitle(each, title)).findFirst();
            if (column.isEmpty()) {
                visitor.mistake(header.line(), Optional.empty(), shortened(title), text("exchange.column-unknown", titles()));
                right = false;
            } else if (columns.containsValue(column.get())) {
                visitor.mistake(header.line(), column, shortened(title), text("exchange.column-twice"));
                right = false;
            } else {
                columns.put(i, column.get());
            }
        }
        for (ExchangeColumn column : known) {
            if (column.required() && !columns.containsValue(column)) {
                visitor.mistake(header.line(), Optional.of(column), "", text("exchange.column-missing"));
                right = false;
            }
        }
        return right;
    }

    private static boolean isTitle(ExchangeColumn column, String title) {
        return title.equalsIgnoreCase(column.key())
                || Texts.LOCALES.stream().anyMatch(locale -> title.equalsIgnoreCase(column.title().in(locale)));
    }

    private LocalizedText titles() {
        return locale -> String.join(", ", known.stream().map(column -> column.title().in(locale)).toList());
    }

    private void take(Row row) {
        ExchangeRow values = ExchangeRow.at(row.line());
        boolean right = true;
        for (Map.Entry<Integer, ExchangeColumn> entry : columns.entrySet()) {
            ExchangeColumn column = entry.getValue();
            Object cell = row.cell(entry.getKey());
            Optional<Object> value = cell == null ? Optional.empty() : cells.read(cell, column);
            if (value.isPresent()) {
                values = values.with(column.key(), value.get());
            } else if (cell != null || column.required()) {
                right = false;
                visitor.mistake(row.line(), Optional.of(column), cell == null ? "" : shortened(CellReader.told(cell)),
                        cell == null ? text("exchange.value-missing") : expected(column));
            }
        }
        for (int i = 0; i < row.cells().size(); i++) {
            if (row.cell(i) != null && !columns.containsKey(i)) {
                right = false;
                visitor.mistake(row.line(), Optional.empty(), shortened(CellReader.told(row.cell(i))), text("exchange.cell-beyond"));
            }
        }
        add(values, right);
    }

    private void add(ExchangeRow row, boolean right) {
        boolean continues = !record.isEmpty() && format.recordColumn()
                .filter(column -> Objects.equals(row.value(column), record.get(0).value(column))).isPresent();
        if (!continues) {
            endRecord();
        }
        if (record.size() == RECORD_ROWS_MAX) {
            throw ExchangeTexts.problem(Kind.TOO_LARGE, "exchange.record-too-long", RECORD_ROWS_MAX, row.line());
        }
        record.add(row);
        recordIsRight &= right;
    }

    private void endRecord() {
        if (!record.isEmpty()) {
            records++;
            if (recordIsRight) {
                visitor.record(List.copyOf(record));
            }
        }
        record.clear();
        recordIsRight = true;
    }

    private LocalizedText expected(ExchangeColumn column) {
        Locale language = style.language();
        return text("exchange.expected." + column.type(), new CellText(language).example(column.example()));
    }

    /** What stands in a cell, as far as people need it to find the place. */
    public static String shortened(String found) {
        String line = found.replaceAll("[\\p{Cntrl}]", " ");
        return line.length() <= FOUND_CHARS_MAX ? line : line.substring(0, FOUND_CHARS_MAX - 1) + "…";
    }
}
