package org.zaledje.accounting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.accounting.ledger.JournalEntry;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.exchange.FileImport;
import org.zaledje.platform.exchange.FileKind;
import org.zaledje.platform.exchange.ImportMistake;
import org.zaledje.platform.exchange.ImportState;
import org.zaledje.platform.exchange.TableStyle;
import org.zaledje.platform.exchange.internal.ExchangeService;
import org.zaledje.platform.exchange.internal.Formats;
import org.zaledje.platform.exchange.internal.ImportWork;
import org.zaledje.platform.exchange.internal.Progress;
import org.zaledje.platform.exchange.internal.store.ImportStore;
import org.zaledje.platform.job.JobInfo;
import org.zaledje.platform.job.JobRunInfo;
import org.zaledje.platform.job.Jobs;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.security.Caller;
import org.zaledje.testkit.Engine;

/** Entries and accounts as tables, on both databases. */
class AccountingExchangeTest {

    private static final String ENTRIES = "accounting.entries";
    private static final String ACCOUNTS = "accounting.accounts";
    private static final ListQuery ALL = ListQuery.of(PageRequest.first(500));

    @ParameterizedTest
    @EnumSource
    void entriesComeOutAndGoIn(Engine engine) throws Exception {
        try (TestAccounting accounting = new TestAccounting(engine)) {
            ExchangeService exchanges = exchanges(accounting);
            FileImport made = handIn(exchanges, ENTRIES, "1,2026-01-31,GEN,Sale,120000,122.00,\n1,2026-01-31,GEN,Sale,760000,,100.00\n"
                    + "1,2026-01-31,GEN,Sale,260000,,22.00\n2,2026-02-28,GEN,Fee,415000,5,\n2,2026-02-28,GEN,Fee,110000,,5\n");
            assertThat(made.state()).as(made.toString()).isEqualTo(ImportState.READY);
            assertThat(List.of(made.rows(), made.records())).containsExactly(5L, 2L);
            assertThat(made.preview().get(0)).containsExactly("1", "2026-01-31", "GEN", "Sale", "120000", "122.00", "");
            assertThat(accounting.ledger.entries(ALL).items()).isEmpty();

            assertThat(exchanges.run(made.id()).state()).isEqualTo(ImportState.DONE);
            assertThatThrownBy(() -> exchanges.run(made.id())).hasMessageContaining("exchange.import-not-ready");
            List<JournalEntry> entries = accounting.ledger.entries(ALL).items();
            assertThat(entries).extracting(JournalEntry::number).containsExactly("GEN-2026-2", "GEN-2026-1");
            assertThat(entries.get(1).lines()).hasSize(3);

            for (FileKind kind : FileKind.values()) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                exchanges.export(ENTRIES, ALL, kind, TableStyle.of(Locale.ENGLISH), out);
                FileImport again = exchanges.handIn(ENTRIES, "again", kind, TableStyle.of(Locale.ENGLISH),
                        new ByteArrayInputStream(out.toByteArray()));
                assertThat(again.state()).as(again.toString()).isEqualTo(ImportState.READY);
                exchanges.run(again.id());
            }
            assertThat(accounting.ledger.entries(ALL).items()).hasSize(8);
            assertThat(accounting.ledger.trialBalance().debit()).isEqualByComparingTo("508");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyMistakeIsToldWhereItIs(Engine engine) throws Exception {
        try (TestAccounting accounting = new TestAccounting(engine)) {
            ExchangeService exchanges = exchanges(accounting);
            FileImport made = handIn(exchanges, ENTRIES, "1,2026-01-31,GEN,Sale,999999,122.00,\n1,2026-02-01,XXX,Sale,760000,-1,100.001\n"
                    + "2,2026-01-31,NONE,Fee,120000,,\n");
            assertThat(made.state()).isEqualTo(ImportState.REFUSED);
            assertThat(made.first()).extracting(ImportMistake::line).contains(2L, 3L, 4L);
            assertThat(made.first()).extracting(ImportMistake::column).contains("Account", "Date", "Journal", "Debit", "Credit");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            exchanges.mistakes(made.id(), out);
            assertThat(out.toString(StandardCharsets.UTF_8).lines().count()).isEqualTo(made.mistakes() + 1);
            assertThat(exchanges.find(made.id()).first()).isEqualTo(made.first());
            assertThatThrownBy(() -> exchanges.run(made.id())).hasMessageContaining("exchange.import-not-ready");
            exchanges.discard(made.id());
            assertThatThrownBy(() -> exchanges.find(made.id())).hasMessageContaining("exchange.import-unknown");
            assertThat(accounting.changes).extracting(Change::action)
                    .containsExactly("exchange.import.hand-in", "exchange.import.discard");
            assertThat(accounting.ledger.entries(ALL).items()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anImportedAccountIsAddedOrTakesThePlaceOfTheOneWithItsCode(Engine engine) throws Exception {
        try (TestAccounting accounting = new TestAccounting(engine)) {
            ExchangeService exchanges = exchanges(accounting);
            FileImport made = exchanges.handIn(ACCOUNTS, "chart.csv", FileKind.CSV, TableStyle.of(Locale.forLanguageTag("sl")),
                    new ByteArrayInputStream("Šifra;Naziv;Razred;Odprte postavke\n120000;Kupci;1;da\n129999;Čakajoči;1;ne\n"
                            .getBytes(StandardCharsets.UTF_8)));
            assertThat(exchanges.run(made.id()).state()).isEqualTo(ImportState.DONE);
            assertThat(accounting.chart.find("120000").orElseThrow().name()).isEqualTo("Kupci");
            assertThat(accounting.chart.search("čakajoči", 5)).hasSize(1);
            assertThat(accounting.changes).extracting(Change::action)
                    .containsSubsequence("exchange.import.hand-in", "accounting.chart.import", "exchange.import.change");
            assertThat(handIn(exchanges, ACCOUNTS, "x,\n").state()).isEqualTo(ImportState.REFUSED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoMayNotPostMayNotImport(Engine engine) throws Exception {
        try (TestAccounting accounting = new TestAccounting(engine)) {
            ExchangeService exchanges = exchanges(accounting);
            accounting.callers.runAs(new Caller("ben", Set.of("accounting.ledger.read"), Locale.ENGLISH), () -> {
                assertThat(exchanges.canImport(ENTRIES)).isFalse();
                assertThatThrownBy(() -> handIn(exchanges, ENTRIES, "")).isInstanceOf(ProblemException.class);
            });
            accounting.callers.runAs(new Caller("nobody", Set.of(), Locale.ENGLISH), () ->
                    assertThatThrownBy(exchanges::formats).hasMessageContaining("exchange.forbidden"));
        }
    }

    private static FileImport handIn(ExchangeService exchanges, String format, String rows) throws IOException {
        String header = format.equals(ENTRIES) ? "Entry,Date,Journal,Description,Account,Debit,Credit\n" : "code,name\n";
        return exchanges.handIn(format, "file.csv", FileKind.CSV, TableStyle.of(Locale.ENGLISH),
                new ByteArrayInputStream((header + rows).getBytes(StandardCharsets.UTF_8)));
    }

    private static ExchangeService exchanges(TestAccounting accounting) throws SQLException {
        accounting.database.migrate("db/exchange/changelog.xml");
        Formats formats = new Formats(accounting.callers);
        accounting.formats.forEach(formats::addFormat);
        ImportStore store = new ImportStore(accounting.database.data("exchange", accounting.companies), accounting.changes::add);
        ImportWork work = new ImportWork(formats, store, new TestTransactions(accounting.jpa), accounting.callers);
        return new ExchangeService(formats, store, work, new Progress(accounting.database.dataSource()), new NoJobs(), accounting.ids,
                Clock.fixed(TestAccounting.NOW, ZoneOffset.UTC));
    }

    /** For imports that need none. */
    private static final class NoJobs implements Jobs {

        @Override
        public List<JobInfo> list() {
            return List.of();
        }

        @Override
        public Optional<JobInfo> find(String job) {
            return Optional.empty();
        }

        @Override
        public UUID start(String job, Map<String, String> parameters) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void cancel(UUID run) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<JobRunInfo> run(UUID run) {
            return Optional.empty();
        }

        @Override
        public Page<JobRunInfo> history(String job, ListQuery request) {
            return new Page<>(List.of(), Optional.empty());
        }

        @Override
        public List<String> log(UUID run) {
            return List.of();
        }
    }
}
