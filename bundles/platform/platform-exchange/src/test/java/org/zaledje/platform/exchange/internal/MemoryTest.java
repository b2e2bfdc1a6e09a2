package org.zaledje.platform.exchange.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaledje.platform.exchange.ExchangeColumn;
import org.zaledje.platform.exchange.ExchangeRow;
import org.zaledje.platform.exchange.FileKind;
import org.zaledje.platform.exchange.TableStyle;
import org.zaledje.platform.exchange.internal.table.CsvTableWriter;
import org.zaledje.platform.exchange.internal.table.Table;
import org.zaledje.platform.exchange.internal.table.TableWalk;
import org.zaledje.platform.exchange.internal.table.TableWriter;
import org.zaledje.platform.exchange.internal.xlsx.XlsxTableWriter;
import org.zaledje.platform.text.LocalizedText;

/**
 * Tables are written and read in a small heap, in a process of its own. With {@code -Dzaledje.rows=1000000} it is a million
 * rows.
 */
class MemoryTest {

    private static final int ROWS = Integer.getInteger("zaledje.rows", 150_000);
    private static final String HEAP = "-Xmx48m";

    @TempDir
    private Path folder;

    @Test
    void tablesAreWrittenAndReadInASmallHeap() throws Exception {
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP,
                "-Djava.io.tmpdir=" + folder, "-cp", System.getProperty("java.class.path"), MemoryTest.class.getName(),
                Integer.toString(ROWS), folder.toString()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        int status = process.waitFor();
        String told = Files.readString(output, StandardCharsets.UTF_8);
        System.out.println(told);
        assertEquals(0, status, told);
    }

    /** In the small heap: rows, folder. */
    public static void main(String[] arguments) throws IOException {
        int rows = Integer.parseInt(arguments[0]);
        Path folder = Path.of(arguments[1]);
        for (FileKind kind : FileKind.values()) {
            Path file = folder.resolve("rows." + kind.extension());
            long begun = System.nanoTime();
            try (OutputStream out = Files.newOutputStream(file); TableWriter table = kind == FileKind.CSV
                    ? new CsvTableWriter(out, TableStyle.of(Locale.ROOT)) : new XlsxTableWriter(out, "Orders")) {
                table.header(new TestFormat().columns().stream().map(ExchangeColumn::key).toList());
                for (int i = 0; i < rows; i++) {
                    table.row(List.of("A" + i / 3, LocalDate.of(2026, 1, 31), BigDecimal.valueOf(i, 2), true, "Note number " + i));
                }
            }
            tell("wrote", kind.name(), rows, begun);
            count(file, kind, rows);
        }
        Path shared = folder.resolve("shared.xlsx");
        Shared.write(shared, rows);
        count(shared, FileKind.XLSX, rows);
    }

    private static void count(Path file, FileKind kind, int rows) throws IOException {
        long begun = System.nanoTime();
        TableStyle style = TableStyle.of(Locale.ROOT);
        TableWalk walk = new TableWalk(new TestFormat(), style, new TableWalk.Visitor() {
            @Override
            public void record(List<ExchangeRow> record) {
                // Only read.
            }

            @Override
            public void mistake(long line, Optional<ExchangeColumn> column, String found, LocalizedText message) {
                throw new IllegalStateException(line + ": " + found + " " + message.in(Locale.ENGLISH));
            }
        });
        try (Table table = ImportWork.open(file, kind, style)) {
            walk.walk(table);
        }
        if (walk.rows() != rows) {
            throw new IllegalStateException(walk.rows() + " rows were read");
        }
        tell("read", file.getFileName().toString(), rows, begun);
    }

    private static void tell(String what, String which, int rows, long begun) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(Locale.ROOT, "%s %s: %,d rows, %,.0f a second, within %s%n", what, which, rows, rows / seconds, HEAP);
    }

    /** A workbook whose texts are shared, as spreadsheets save them, each of them another one. */
    private static final class Shared {

        static void write(Path file, int rows) throws IOException {
            try (var zip = new ZipOutputStream(Files.newOutputStream(file));
                    var out = new OutputStreamWriter(zip, StandardCharsets.UTF_8)) {
                begin(zip, "xl/workbook.xml");
                out.write("<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                        + "<sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>");
                out.flush();
                begin(zip, "xl/_rels/workbook.xml.rels");
                out.write("<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
                out.flush();
                begin(zip, "xl/worksheets/sheet1.xml");
                out.write("<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>order</t></is></c>"
                        + "<c t=\"inlineStr\"><is><t>day</t></is></c><c t=\"inlineStr\"><is><t>note</t></is></c></row>");
                for (int i = 0; i < rows; i++) {
                    out.write("<row><c t=\"inlineStr\"><is><t>A" + i + "</t></is></c><c t=\"inlineStr\"><is><t>2026-01-31</t></is></c>"
                            + "<c t=\"s\"><v>" + i + "</v></c></row>");
                }
                out.write("</sheetData></worksheet>");
                out.flush();
                begin(zip, "xl/sharedStrings.xml");
                out.write("<sst>");
                for (int i = 0; i < rows; i++) {
                    out.write("<si><t>A text of some length, and of number " + i + ", for each row another one</t></si>");
                }
                out.write("</sst>");
                out.flush();
            }
        }

        private static void begin(ZipOutputStream zip, String part) throws IOException {
            zip.putNextEntry(new ZipEntry(part));
        }
    }
}
