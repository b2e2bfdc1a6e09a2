package org.zaledje.platform.exchange.internal.xlsx;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.zaledje.platform.exchange.internal.table.TableWriter;

/** Writes XLSX with real numbers and days; texts are never formulas. A full sheet is followed by another one. */
public final class XlsxTableWriter implements TableWriter {

    private static final int HELD_ROWS = 500;
    private static final int DIGITS_MAX = 15;
    private static final int COLUMN_CHARS = 16;
    private static final String DAY = "yyyy-mm-dd";
    private static final String MOMENT = "yyyy-mm-dd hh:mm:ss";

    private final Workbook workbook;
    private final String name;
    private final int rowsMax;
    private List<String> titles = List.of();
    private Worksheet sheet;
    private int sheets;
    private int row;

    public XlsxTableWriter(OutputStream out, String name) {
        this(out, name, Worksheet.MAX_ROWS);
    }

    /** With sheets of at most so many rows. */
    XlsxTableWriter(OutputStream out, String name, int rowsMax) {
        this.workbook = new Workbook(new StaysOpen(out), "Zaledje", "1.0");
        this.name = name.replaceAll("[\\\\/*?:\\[\\]]", " ").strip();
        this.rowsMax = rowsMax;
    }

    @Override
    public void header(List<String> columns) throws IOException {
        titles = List.copyOf(columns);
        begin();
    }

    private void begin() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        sheets++;
        sheet = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        sheet.freezePane(0, 1);
        for (int i = 0; i < titles.size(); i++) {
            sheet.width(i, COLUMN_CHARS);
            sheet.inlineString(0, i, titles.get(i));
            sheet.style(0, i).bold().set();
        }
        row = 1;
    }

    @Override
    public void row(List<Object> values) throws IOException {
        if (row == rowsMax) {
            begin();
        }
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) != null) {
                write(i, values.get(i));
            }
        }
        row++;
        if (row % HELD_ROWS == 0) {
            sheet.flush();
        }
    }

    private void write(int column, Object value) {
        if (value instanceof BigDecimal number && number.precision() <= DIGITS_MAX) {
            sheet.value(row, column, number);
            if (number.scale() > 0) {
                sheet.style(row, column).format("#,##0." + "0".repeat(number.scale())).set();
            }
        } else if (value instanceof Long number && Math.abs(number) < 1_000_000_000_000_000L) {
            sheet.value(row, column, number);
        } else if (value instanceof LocalDate day && day.getYear() >= 1900) {
            sheet.value(row, column, day);
            sheet.style(row, column).format(DAY).set();
        } else if (value instanceof Instant moment) {
            sheet.value(row, column, LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
            sheet.style(row, column).format(MOMENT).set();
        } else if (value instanceof Boolean known) {
            sheet.value(row, column, known);
        } else {
            sheet.inlineString(row, column, value instanceof BigDecimal number ? number.toPlainString() : value.toString());
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }

    /** The stream belongs to who asked for the table. */
    private static final class StaysOpen extends FilterOutputStream {

        StaysOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
