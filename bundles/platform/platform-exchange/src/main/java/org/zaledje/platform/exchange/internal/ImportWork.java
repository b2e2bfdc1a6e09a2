package org.zaledje.platform.exchange.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.exchange.ExchangeColumn;
import org.zaledje.platform.exchange.ExchangeFormat;
import org.zaledje.platform.exchange.ExchangeRow;
import org.zaledje.platform.exchange.FileKind;
import org.zaledje.platform.exchange.ImportRun;
import org.zaledje.platform.exchange.ImportState;
import org.zaledje.platform.exchange.TableStyle;
import org.zaledje.platform.exchange.internal.store.ImportRow;
import org.zaledje.platform.exchange.internal.store.ImportStore;
import org.zaledje.platform.exchange.internal.table.CsvTable;
import org.zaledje.platform.exchange.internal.table.Table;
import org.zaledje.platform.exchange.internal.table.TableWalk;
import org.zaledje.platform.exchange.internal.xlsx.XlsxTable;
import org.zaledje.platform.job.JobStoppedException;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.transaction.Transactions;

/** Writes a file's records, all in one transaction, together with the note that it is done. */
@Component(service = ImportWork.class)
public final class ImportWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);

    private final Formats formats;
    private final ImportStore store;
    private final Transactions transactions;
    private final Callers callers;

    @Activate
    public ImportWork(@Reference Formats formats, @Reference ImportStore store, @Reference Transactions transactions,
            @Reference Callers callers) {
        this.formats = formats;
        this.store = store;
        this.transactions = transactions;
        this.callers = callers;
    }

    static Table open(Path file, FileKind kind, TableStyle style) throws IOException {
        return kind == FileKind.CSV ? CsvTable.open(file, style) : XlsxTable.open(file);
    }

    /**
     * Writes a file that is in this state.
     *
     * @param within   does the work in a transaction, for example one that counts only while a job holds its run
     * @param progress told after each record how many are written
     */
    void write(UUID id, ImportState wanted, Transaction within, LongConsumer progress) throws IOException {
        ExchangeFormat<?> format = formats.importable(store.find(id).format());
        Path copy = store.copy(id);
        try {
            within.execute(() -> store.locked(id, row -> {
                require(row, wanted);
                walk(copy, row, format, progress);
                row.done();
                return id;
            }));
        } catch (JobStoppedException e) {
            // Begun anew when its function returns, or ready again when somebody has cancelled it.
            throw e;
        } catch (RuntimeException e) {
            noteFailure(id, e);
            throw e;
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** A transaction to do the work in. */
    interface Transaction {
        UUID execute(Supplier<UUID> work);
    }

    Transaction own() {
        return transactions::required;
    }

    static void require(ImportRow row, ImportState wanted) {
        if (row.state() != wanted) {
            throw ExchangeTexts.problem(Kind.CONFLICT, "exchange.import-not-ready", row.state().name());
        }
    }

    private static void walk(Path copy, ImportRow row, ExchangeFormat<?> format, LongConsumer progress) {
        ImportRun run = format.begin();
        Writing writing = new Writing(run, progress);
        try (Table table = open(copy, row.kind(), row.style())) {
            new TableWalk(format, row.style(), writing).walk(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was right when it was checked is written; what is no longer right refuses all. */
    private static final class Writing implements TableWalk.Visitor {

        private final ImportRun run;
        private final LongConsumer progress;
        private long written;

        Writing(ImportRun run, LongConsumer progress) {
            this.run = run;
            this.progress = progress;
        }

        @Override
        public void record(List<ExchangeRow> rows) {
            run.write(rows);
            progress.accept(++written);
        }

        @Override
        public void mistake(long line, Optional<ExchangeColumn> column, String found, LocalizedText message) {
            throw ProblemException.of(Kind.CONFLICT, "exchange.import-not-ready", message).with("line", Long.toString(line));
        }
    }

    private void noteFailure(UUID id, RuntimeException failure) {
        if (transactions.isActive()) {
            // All of it is rolled back by who has begun it, and the file is as it was.
            return;
        }
        boolean told = failure instanceof ProblemException;
        if (!told) {
            LOG.error("Import {} has failed; nothing of it is kept", id, failure);
        }
        LocalizedText why = told ? ((ProblemException) failure).detail() : ExchangeTexts.text("exchange.failed", id.toString());
        store.locked(id, row -> {
            if (row.state() != ImportState.DONE) {
                row.failed(why.in(row.style().language()));
            }
            return row;
        });
    }

    /** Whoever asks for it must be known: records are written in their name. */
    String caller() {
        return callers.current().orElseThrow(() -> ExchangeTexts.problem(Kind.UNAUTHENTICATED, "exchange.forbidden")).name();
    }
}
