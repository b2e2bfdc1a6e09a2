package org.zaledje.platform.exchange.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
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
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.text.LocalizedText;

/** Files as they come from programs and spreadsheets are understood, or told what is wrong with them. */
class TableTest {

    private static final Locale SL = Locale.forLanguageTag("sl");

    @TempDir
    private Path folder;

    private final List<List<ExchangeRow>> records = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();

    @Test
    void programsWriteTheirOwnCsv() throws IOException {
        read("order,day,amount,paid,note\nA1,2026-01-31,-1234.50,true,\"a, \"\"b\"\"\nand c\"\nA2,2026-02-01,,,\n", Locale.ROOT);
        assertEquals(List.of(), mistakes);
        assertEquals(2, records.size());
        ExchangeRow first = records.get(0).get(0);
        assertEquals(new BigDecimal("-1234.50"), first.decimal("amount").orElseThrow());
        assertEquals("a, \"b\"\nand c", first.text("note"));
        assertTrue(first.is("paid"));
        assertEquals(4, records.get(1).get(0).line());
    }

    @Test
    void slovenianExcelSavesWindows1250WithSemicolonsAndDecimalCommas() throws IOException {
        Path file = folder.resolve("excel.csv");
        Files.write(file, "Order;Datum;Amount;Paid;Note\r\nA1;31. 1. 2026;1.234,50;da;čaj Žužek\r\n".getBytes(Charset.forName("windows-1250")));
        walk(file, FileKind.CSV, TableStyle.of(SL));
        assertEquals(List.of(), mistakes);
        assertEquals("čaj Žužek", records.get(0).get(0).text("note"));
        assertEquals(new BigDecimal("1234.50"), records.get(0).get(0).decimal("amount").orElseThrow());
        assertEquals(LocalDate.of(2026, 1, 31), records.get(0).get(0).date("day").orElseThrow());
    }

    @Test
    void encodingAndSeparatorAreFoundOutAndCanBeSaid() throws IOException {
        for (String text : List.of("\ufefforder\tday\tnote\nA1\t2026-01-31\tž\n", "order;day;note\nA1;31.1.2026;ž\n")) {
            for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
                Path file = folder.resolve("found.csv");
                Files.write(file, ((charset == StandardCharsets.UTF_8 ? "" : "\ufeff") + text.replace("\ufeff", "")).getBytes(charset));
                records.clear();
                walk(file, FileKind.CSV, TableStyle.of(SL));
                assertEquals(List.of(), mistakes);
                assertEquals("ž", records.get(0).get(0).text("note"));
            }
        }
        Path file = folder.resolve("wrong.csv");
        Files.write(file, "order,day\nž,2026-01-31\n".getBytes(Charset.forName("windows-1250")));
        assertEquals("exchange.encoding", assertThrows(ProblemException.class, () -> walk(file, FileKind.CSV,
                new TableStyle(SL, Optional.empty(), Optional.of(StandardCharsets.UTF_8)))).code());
    }

    @Test
    void mistakesAreToldByLineAndColumn() throws IOException {
        read("order;day;amount;paid;note\nA1;32. 1. 2026;12,5;perhaps;\n;31. 1. 2026;1234.50;;x;y\n", SL);
        assertEquals(List.of(), records);
        assertEquals(List.of("2 day 32. 1. 2026", "2 paid perhaps", "3  y", "3 amount 1234.50", "3 order "),
                mistakes.stream().sorted().toList());
        mistakes.clear();
        read("order;colour;order\nA;b;c\n", SL);
        assertEquals(List.of("1  colour", "1 day ", "1 order order"), mistakes.stream().sorted().toList());
        mistakes.clear();
        read("", SL);
        assertEquals(List.of("1  "), mistakes);
    }

    @Test
    void rowsOfOneRecordStandTogether() throws IOException {
        read("order,day\nA1,2026-01-31\nA1,2026-01-31\nB1,2026-01-31\nA1,2026-01-31\n", Locale.ROOT);
        assertEquals(List.of(2, 1, 1), records.stream().map(List::size).toList());
    }

    @Test
    void whatIsWrittenIsReadAgainInEachKindAndLanguage() throws IOException {
        List<Object> values = Arrays.asList("=1+1", LocalDate.of(2026, 1, 31), new BigDecimal("-1234.50"), true, "'+č;\"x\"\n, y");
        for (FileKind kind : FileKind.values()) {
            for (Locale language : List.of(Locale.ROOT, SL, Locale.ENGLISH)) {
                Path file = folder.resolve("round." + kind.extension());
                try (OutputStream out = Files.newOutputStream(file); TableWriter table = writer(kind, language, out)) {
                    table.header(new TestFormat().columns().stream().map(column -> column.title().in(language)).toList());
                    table.row(values);
                }
                records.clear();
                walk(file, kind, TableStyle.of(language));
                assertEquals(List.of(), mistakes);
                ExchangeRow row = records.get(0).get(0);
                assertEquals("=1+1", row.text("order"));
                assertEquals(0, new BigDecimal("-1234.50").compareTo(row.decimal("amount").orElseThrow()));
                assertEquals(LocalDate.of(2026, 1, 31), row.date("day").orElseThrow());
                assertTrue(row.is("paid"));
            }
        }
    }

    @Test
    void noTextIsAFormulaInCsv() throws IOException {
        Path file = folder.resolve("formula.csv");
        try (OutputStream out = Files.newOutputStream(file); TableWriter table = writer(FileKind.CSV, Locale.ROOT, out)) {
            table.header(List.of("=title"));
            for (String text : List.of("=cmd|' /C calc'!A0", "+1", "-1", "@sum", "\tx", "\rx")) {
                table.row(List.of(text));
            }
            table.row(List.of(new BigDecimal("-5")));
        }
        List<String> lines = Files.readAllLines(file).stream().filter(line -> !line.isEmpty()).toList();
        assertTrue(lines.stream().limit(5).allMatch(line -> line.startsWith("'") || line.startsWith("\"'")), lines.toString());
        assertEquals("-5", lines.get(lines.size() - 1));
    }

    @Test
    void aWorkbookOfASpreadsheetIsRead() throws IOException {
        Path file = folder.resolve("excel.xlsx");
        try (OutputStream out = Files.newOutputStream(file); Workbook book = new Workbook(out, "Other", "1.0")) {
            Worksheet sheet = book.newWorksheet("Orders");
            List<String> titles = List.of("Order", "Datum", "Amount", "Paid", "Note");
            for (int i = 0; i < titles.size(); i++) {
                sheet.value(0, i, titles.get(i));
            }
            sheet.value(2, 0, 120000);
            sheet.value(2, 1, LocalDate.of(2026, 2, 28));
            sheet.style(2, 1).format("d. mmm yyyy").set();
            sheet.value(2, 2, 0.1 + 0.2);
            sheet.value(2, 3, true);
            sheet.value(2, 4, "shared čaj");
            Worksheet more = book.newWorksheet("Orders 2");
            for (int i = 0; i < titles.size(); i++) {
                more.value(0, i, titles.get(i));
            }
            more.value(1, 0, "B2");
            more.value(1, 1, LocalDate.of(2026, 3, 1));
            more.style(1, 1).format("yyyy-mm-dd").set();
            book.newWorksheet("Remarks").value(0, 0, "not a table");
        }
        walk(file, FileKind.XLSX, TableStyle.of(SL));
        assertEquals(List.of(), mistakes);
        ExchangeRow row = records.get(0).get(0);
        assertEquals("120000", row.text("order"));
        assertEquals(LocalDate.of(2026, 2, 28), row.date("day").orElseThrow());
        assertEquals(new BigDecimal("0.3"), row.decimal("amount").orElseThrow());
        assertEquals("shared čaj", row.text("note"));
        assertEquals(3, row.line());
        assertEquals("B2", records.get(1).get(0).text("order"));
    }

    @Test
    void workbooksThatAreMadeToHarmAreRefused() throws IOException {
        assertEquals("exchange.xlsx-malformed", refused("not a zip".getBytes(StandardCharsets.UTF_8)));
        assertEquals("exchange.xlsx-malformed", refused(workbook("<!DOCTYPE x [<!ENTITY e 'x'>]><worksheet/>", "<sst/>")));
        assertEquals("exchange.xlsx-malformed", refused(workbook("<worksheet><row><c t=\"s\"><v>7</v></c></row></worksheet>", "<sst/>")));
        assertEquals("exchange.xlsx-malformed", refused(workbook("<worksheet><row>", "<sst/>")));
        assertEquals("exchange.cell-too-long", refused(workbook("<worksheet><row><c t=\"inlineStr\"><is><t>"
                + "x".repeat(40_000) + "</t></is></c></row></worksheet>", "<sst/>")));
        assertEquals("exchange.cell-too-long", refused(workbook("<worksheet/>",
                "<sst><si>" + "<r><t>xxxxxxxxxx</t></r>".repeat(4_000) + "</si></sst>")));
        assertEquals("exchange.too-many-columns", refused(workbook("<worksheet><row><c r=\"ZZZZZZ1\"><v>1</v></c></row></worksheet>", "<sst/>")));
        assertEquals("exchange.xlsx-too-large", refused(workbook("<worksheet>" + " ".repeat(20_000_000) + "</worksheet>", "<sst/>")));
    }

    @Test
    void anOpenQuoteIsNotReadToTheEndOfALargeFile() throws IOException {
        Path file = folder.resolve("quote.csv");
        Files.writeString(file, "order,day\n\"" + "x".repeat(3_000_000));
        assertEquals("exchange.csv-malformed", assertThrows(ProblemException.class,
                () -> walk(file, FileKind.CSV, TableStyle.of(SL))).code());
    }

    private String refused(byte[] bytes) throws IOException {
        Path file = folder.resolve("harm.xlsx");
        Files.write(file, bytes);
        return assertThrows(ProblemException.class, () -> walk(file, FileKind.XLSX, TableStyle.of(SL))).code();
    }

    private byte[] workbook(String sheet, String texts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            Map<String, String> parts = Map.of(
                    "xl/workbook.xml", "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                            + "<sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>",
                    "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
                    "xl/worksheets/sheet1.xml", sheet, "xl/sharedStrings.xml", texts);
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static TableWriter writer(FileKind kind, Locale language, OutputStream out) throws IOException {
        return kind == FileKind.CSV ? new CsvTableWriter(out, TableStyle.of(language)) : new XlsxTableWriter(out, "Orders");
    }

    private void read(String csv, Locale language) throws IOException {
        Path file = folder.resolve("table.csv");
        Files.writeString(file, csv);
        records.clear();
        walk(file, FileKind.CSV, TableStyle.of(language));
    }

    private void walk(Path file, FileKind kind, TableStyle style) throws IOException {
        try (Table table = ImportWork.open(file, kind, style)) {
            new TableWalk(new TestFormat(), style, new TableWalk.Visitor() {
                @Override
                public void record(List<ExchangeRow> rows) {
                    records.add(rows);
                }

                @Override
                public void mistake(long line, Optional<ExchangeColumn> column, String found, LocalizedText message) {
                    mistakes.add(line + " " + column.map(ExchangeColumn::key).orElse("") + " " + found);
                    assertTrue(!message.in(SL).contains("exchange.") && !message.in(Locale.ENGLISH).contains("exchange."));
                }
            }).walk(table);
        }
    }
}
