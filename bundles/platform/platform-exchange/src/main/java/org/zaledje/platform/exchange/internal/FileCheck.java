package org.zaledje.platform.exchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.zaledje.platform.exchange.ExchangeColumn;
import org.zaledje.platform.exchange.ExchangeFormat;
import org.zaledje.platform.exchange.ExchangeRow;
import org.zaledje.platform.exchange.FileImport;
import org.zaledje.platform.exchange.ImportMistake;
import org.zaledje.platform.exchange.ImportRun;
import org.zaledje.platform.exchange.internal.table.CellReader;
import org.zaledje.platform.exchange.internal.table.Table.Row;
import org.zaledje.platform.exchange.internal.table.TableWalk;
import org.zaledje.platform.text.LocalizedText;

/** Checks what a table holds and takes note of its first rows; every mistake is passed on. */
final class FileCheck implements TableWalk.Visitor {

    private final ExchangeFormat<?> format;
    private final ImportRun run;
    private final Locale language;
    private final MistakeTaker mistakes;
    private final List<String> header = new ArrayList<>();
    private final List<List<String>> preview = new ArrayList<>();
    private long count;

    /** Takes one mistake after the other. */
    interface MistakeTaker {
        void take(ImportMistake mistake);
    }

    FileCheck(ExchangeFormat<?> format, Locale language, MistakeTaker mistakes) {
        this.format = format;
        this.run = format.begin();
        this.language = language;
        this.mistakes = mistakes;
    }

    @Override
    public void raw(Row row) {
        if (header.isEmpty()) {
            header.addAll(shown(row, row.cells().size()));
        } else if (preview.size() < FileImport.PREVIEW_ROWS) {
            preview.add(shown(row, header.size()));
        }
    }

    private static List<String> shown(Row row, int columns) {
        return IntStream.range(0, columns).mapToObj(row::cell)
                .map(cell -> cell == null ? "" : TableWalk.shortened(CellReader.told(cell))).toList();
    }

    @Override
    public void record(List<ExchangeRow> rows) {
        run.check(rows, (row, column, message) -> {
            Optional<ExchangeColumn> known = format.columns().stream().filter(each -> each.key().equals(column)).findFirst();
            mistake(row.line(), known, row.value(column).map(String::valueOf).map(TableWalk::shortened).orElse(""), message);
        });
    }

    @Override
    public void mistake(long line, Optional<ExchangeColumn> column, String found, LocalizedText message) {
        count++;
        mistakes.take(new ImportMistake(line, column.map(known -> known.title().in(language)).orElse(""), found,
                message.in(language)));
    }

    long count() {
        return count;
    }

    List<String> header() {
        return List.copyOf(header);
    }

    List<List<String>> preview() {
        return List.copyOf(preview);
    }
}
