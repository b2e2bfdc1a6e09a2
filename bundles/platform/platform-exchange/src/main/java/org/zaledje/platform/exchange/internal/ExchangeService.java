package org.zaledje.platform.exchange.internal;

import static org.zaledje.platform.exchange.internal.ExchangeTexts.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.exchange.ExchangeColumn;
import org.zaledje.platform.exchange.ExchangeFormat;
import org.zaledje.platform.exchange.ExchangeRow;
import org.zaledje.platform.exchange.Exchanges;
import org.zaledje.platform.exchange.FileImport;
import org.zaledje.platform.exchange.FileKind;
import org.zaledje.platform.exchange.ImportMistake;
import org.zaledje.platform.exchange.ImportState;
import org.zaledje.platform.exchange.TableStyle;
import org.zaledje.platform.exchange.internal.store.ImportRow;
import org.zaledje.platform.exchange.internal.store.ImportStore;
import org.zaledje.platform.exchange.internal.table.CsvTableWriter;
import org.zaledje.platform.exchange.internal.table.Table;
import org.zaledje.platform.exchange.internal.table.TableWalk;
import org.zaledje.platform.exchange.internal.table.TableWriter;
import org.zaledje.platform.exchange.internal.xlsx.XlsxTableWriter;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.job.JobRunInfo;
import org.zaledje.platform.job.Jobs;
import org.zaledje.platform.job.RunState;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.problem.ProblemException.Kind;

/** Imports and exports through the formats that functions offer. */
@Component
public final class ExchangeService implements Exchanges {

    private final Formats formats;
    private final ImportStore store;
    private final ImportWork work;
    private final Progress progress;
    private final Jobs jobs;
    private final IdSource ids;
    private final Clock clock;

    @Activate
    public ExchangeService(@Reference Formats formats, @Reference ImportStore store, @Reference ImportWork work,
            @Reference Progress progress, @Reference Jobs jobs, @Reference IdSource ids, @Reference Clock clock) {
        this.formats = formats;
        this.store = store;
        this.work = work;
        this.progress = progress;
        this.jobs = jobs;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<ExchangeFormat<?>> formats() {
        return formats.usable();
    }

    @Override
    public ExchangeFormat<?> format(String id) {
        return formats.usable(id);
    }

    @Override
    public boolean canImport(String id) {
        return formats.mayImport(id);
    }

    @Override
    public void export(String format, ListQuery query, FileKind kind, TableStyle style, OutputStream out) throws IOException {
        export(formats.usable(format), query, kind, style, out);
    }

    private <R> void export(ExchangeFormat<R> format, ListQuery query, FileKind kind, TableStyle style, OutputStream out)
            throws IOException {
        Page<R> page = format.page(query.after(Optional.empty(), PageRequest.LIMIT_MAX));
        try (TableWriter table = writer(format.title().in(style.language()), kind, style, out)) {
            table.header(header(format, style));
            while (true) {
                for (R record : page.items()) {
                    for (ExchangeRow row : format.rows(record)) {
                        table.row(cells(format, row));
                    }
                }
                if (page.next().isEmpty()) {
                    return;
                }
                page = format.page(query.after(page.next(), PageRequest.LIMIT_MAX));
            }
        }
    }

    @Override
    public void template(String id, FileKind kind, TableStyle style, OutputStream out) throws IOException {
        ExchangeFormat<?> format = formats.usable(id);
        try (TableWriter table = writer(format.title().in(style.language()), kind, style, out)) {
            table.header(header(format, style));
            table.row(format.columns().stream().map(ExchangeColumn::example).toList());
        }
    }

    private static List<String> header(ExchangeFormat<?> format, TableStyle style) {
        boolean forPeople = !style.language().getLanguage().isEmpty();
        return format.columns().stream()
                .map(column -> forPeople ? column.title().in(style.language()) : column.key()).toList();
    }

    private static List<Object> cells(ExchangeFormat<?> format, ExchangeRow row) {
        List<Object> cells = new ArrayList<>();
        format.columns().forEach(column -> cells.add(row.value(column.key()).orElse(null)));
        return cells;
    }

    @Override
    public void write(String title, List<String> header, Iterator<List<Object>> rows, FileKind kind, TableStyle style,
            OutputStream out) throws IOException {
        try (TableWriter table = writer(title, kind, style, out)) {
            table.header(header);
            while (rows.hasNext()) {
                table.row(rows.next());
            }
        }
    }

    private static TableWriter writer(String title, FileKind kind, TableStyle style, OutputStream out) throws IOException {
        return kind == FileKind.CSV ? new CsvTableWriter(out, style) : new XlsxTableWriter(out, title);
    }

    @Override
    public FileImport handIn(String id, String fileName, FileKind kind, TableStyle style, InputStream file) throws IOException {
        ExchangeFormat<?> format = formats.importable(id);
        UUID made = ids.next();
        store.keep(made, new ImportRow(made, format.id(), fileName, kind, style, clock.instant(), work.caller()), file);
        List<ImportMistake> first = new ArrayList<>();
        FileCheck check = new FileCheck(format, style.language(), mistake -> {
            if (first.size() < FileImport.MISTAKES_MAX) {
                first.add(mistake);
            }
        });
        try {
            TableWalk walk = walk(made, kind, style, format, check);
            return store.checked(made, walk.rows(), walk.records(), check.count(), first)
                    .told(0, first, check.header(), check.preview());
        } catch (IOException | RuntimeException e) {
            store.remove(made);
            throw e;
        }
    }

    private TableWalk walk(UUID id, FileKind kind, TableStyle style, ExchangeFormat<?> format, FileCheck check)
            throws IOException {
        Path copy = store.copy(id);
        TableWalk walk = new TableWalk(format, style, check);
        try (Table table = ImportWork.open(copy, kind, style)) {
            walk.walk(table);
            return walk;
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    @Override
    public FileImport find(UUID id) {
        ImportRow row = usable(id);
        return row.told(written(id, row), store.firstMistakes(id), List.of(), List.of());
    }

    private long written(UUID id, ImportRow row) {
        return switch (row.state()) {
            case DONE -> row.records();
            case RUNNING -> progress.of(id).or(() -> row.run().flatMap(jobs::run).map(JobRunInfo::done)).orElse(0L);
            default -> 0;
        };
    }

    private ImportRow usable(UUID id) {
        formats.usable();
        ImportRow row = store.find(id);
        formats.importable(row.format());
        return row.state() == ImportState.RUNNING && isCancelled(row) ? store.locked(id, now -> {
            if (now.state() == ImportState.RUNNING) {
                now.ready();
            }
            return now;
        }) : row;
    }

    private boolean isCancelled(ImportRow row) {
        return row.run().flatMap(jobs::run).filter(run -> run.state() == RunState.CANCELLED).isPresent();
    }

    @Override
    public void mistakes(UUID id, OutputStream out) throws IOException {
        ImportRow row = usable(id);
        ExchangeFormat<?> format = formats.importable(row.format());
        Locale language = row.style().language();
        try (TableWriter table = new CsvTableWriter(out, TableStyle.of(language))) {
            table.header(Stream.of("line", "column", "found", "message").map(key -> text("mistake." + key).in(language)).toList());
            walk(id, row.kind(), row.style(), format, new FileCheck(format, language, mistake -> {
                try {
                    table.row(List.of(mistake.line(), mistake.column(), mistake.found(), mistake.message()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
        }
    }

    @Override
    public FileImport run(UUID id) {
        ImportRow found = usable(id);
        ImportWork.require(found, ImportState.READY);
        if (found.records() > RECORDS_AT_ONCE_MAX) {
            startJob(id);
        } else {
            try {
                work.write(id, ImportState.READY, work.own(), written -> { });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return find(id);
    }

    /** The job and the note that it runs begin together. */
    private void startJob(UUID id) {
        store.locked(id, row -> {
            ImportWork.require(row, ImportState.READY);
            row.running(jobs.start(ImportJobs.job(row.format()), Map.of(ImportJobs.IMPORT, id.toString())));
            return row;
        });
    }

    @Override
    public void discard(UUID id) {
        if (usable(id).state() == ImportState.RUNNING) {
            throw ExchangeTexts.problem(Kind.CONFLICT, "exchange.import-not-ready",
                    ImportState.RUNNING.name());
        }
        store.discard(id);
    }
}
