package org.zaledje.accounting.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.accounting.AccountingPermissions;
import org.zaledje.accounting.internal.TestAccounting;
import org.zaledje.accounting.internal.TestCompanies;
import org.zaledje.accounting.ledger.EntryDraft;
import org.zaledje.accounting.ledger.EntryLine;
import org.zaledje.accounting.ledger.JournalEntry;
import org.zaledje.accounting.ledger.TrialBalance;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.security.Caller;
import org.zaledje.testkit.Engine;

class LedgerTest {

    private TestAccounting accounting;

    @AfterEach
    void close() {
        accounting.close();
    }

    @ParameterizedTest
    @EnumSource
    void aPostedEntryIsNumberedAndCanBeReadBack(Engine engine) {
        accounting = new TestAccounting(engine);

        JournalEntry posted = accounting.ledger.post(sale("2026-01-31"));

        assertThat(posted.number()).isEqualTo("GEN-2026-1");
        assertThat(posted.total()).isEqualTo(new BigDecimal("122.00"));
        assertThat(posted.postedBy()).isEqualTo("ana");
        assertThat(posted.postedAt()).isEqualTo(TestAccounting.NOW);
        assertThat(accounting.ledger.find(posted.id())).contains(posted);
        assertThat(accounting.ledger.find(new UUID(7, 7))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void numbersBeginAnewInEachJournalAndYear(Engine engine) {
        accounting = new TestAccounting(engine);

        assertThat(accounting.ledger.post(sale("2026-01-31")).number()).isEqualTo("GEN-2026-1");
        assertThat(accounting.ledger.post(sale("2027-01-31")).number()).isEqualTo("GEN-2027-1");
        EntryDraft draft = sale("2026-01-31");
        assertThat(accounting.ledger.post(new EntryDraft(draft.date(), "PUR", "x", draft.lines())).number())
                .isEqualTo("PUR-2026-1");
        assertThat(accounting.ledger.post(sale("2026-12-31")).number()).isEqualTo("GEN-2026-2");
    }

    @ParameterizedTest
    @EnumSource
    void entriesFromBeforeThePlatformGaveTheNumbersKeepTheirsAndAreGoneOnFrom(Engine engine) throws Exception {
        accounting = new TestAccounting(engine);
        accounting.ledger.post(sale("2026-01-31"));
        accounting.ledger.post(sale("2026-01-31"));
        try (var connection = accounting.database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update acc_entry set number_text = null");
            statement.execute("delete from sys_number_series");
        }

        assertThat(accounting.ledger.post(sale("2026-01-31")).number()).isEqualTo("GEN-2026-3");
        assertThat(accounting.ledger.entries(PageRequest.first(10)).items())
                .extracting(JournalEntry::number).containsExactly("GEN-2026-3", "GEN-2026-2", "GEN-2026-1");
    }

    @ParameterizedTest
    @EnumSource
    void numbersHaveNoGapsHoweverManyPostAtOnceAndFail(Engine engine) throws Exception {
        accounting = new TestAccounting(engine);
        EntryDraft good = sale("2026-01-31");
        EntryDraft bad = new EntryDraft(good.date(), "GEN", "x", good.lines().subList(0, 2));
        List<Future<String>> numbers = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 80; i++) {
            numbers.add(pool.submit(() -> accounting.ledger.post(good).number()));
            pool.submit(() -> accounting.ledger.post(bad));
        }
        List<String> given = new ArrayList<>();
        for (Future<String> number : numbers) {
            given.add(number.get());
        }
        pool.shutdown();

        assertThat(given).containsExactlyInAnyOrderElementsOf(
                IntStream.rangeClosed(1, 80).mapToObj(i -> "GEN-2026-" + i).toList());
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedEntryLeavesNothing(Engine engine) {
        accounting = new TestAccounting(engine);
        EntryDraft draft = new EntryDraft(LocalDate.parse("2026-01-31"), "XXX", "x",
                List.of(EntryLine.debit("999999", new BigDecimal("1.001"), ""),
                        EntryLine.credit("\0", BigDecimal.TEN, "")));

        assertThatThrownBy(() -> accounting.ledger.post(draft)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.kind()).isEqualTo(Kind.RULES_BROKEN);
            assertThat(e.code()).isEqualTo("accounting.entry.invalid");
            assertThat(e.violations()).extracting(Violation::rule).containsExactly(
                    "accounting.entry.unknown-journal", "accounting.entry.unknown-account", "accounting.entry.scale",
                    "accounting.entry.unknown-account");
        });
        assertThat(accounting.ledger.entries(PageRequest.first(10)).items()).isEmpty();
        assertThat(accounting.ledger.post(sale("2026-01-31")).number()).isEqualTo("GEN-2026-1");
    }

    @ParameterizedTest
    @EnumSource
    void entriesAreReadInPagesLatestFirst(Engine engine) {
        accounting = new TestAccounting(engine);
        List<UUID> posted = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            posted.add(0, accounting.ledger.post(sale("2026-01-31")).id());
        }

        List<UUID> read = new ArrayList<>();
        Page<JournalEntry> page = accounting.ledger.entries(PageRequest.first(3));
        page.items().forEach(entry -> read.add(entry.id()));
        while (page.next().isPresent()) {
            page = accounting.ledger.entries(new PageRequest(3, page.next()));
            page.items().forEach(entry -> read.add(entry.id()));
        }

        assertThat(read).isEqualTo(posted);
        assertThat(page.items().get(0).lines()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void aBrokenCursorIsToldClearly(Engine engine) {
        accounting = new TestAccounting(engine);
        for (String cursor : List.of("x", "%%%", "AAAA", "č", "A".repeat(10_000))) {
            assertThatThrownBy(() -> accounting.ledger.entries(PageRequest.ofQuery(5, cursor)))
                    .isInstanceOfSatisfying(ProblemException.class, e -> {
                        assertThat(e.kind()).isEqualTo(Kind.UNREADABLE);
                        assertThat(e.code()).isEqualTo("paging.cursor-invalid");
                    });
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTrialBalanceSumsEachAccountAndBalances(Engine engine) {
        accounting = new TestAccounting(engine);
        assertThat(accounting.ledger.trialBalance())
                .isEqualTo(new TrialBalance(List.of(), new BigDecimal("0.00"), new BigDecimal("0.00")));
        accounting.ledger.post(sale("2026-01-31"));
        accounting.ledger.post(sale("2026-02-28"));

        TrialBalance balance = accounting.ledger.trialBalance();

        assertThat(balance.debit()).isEqualTo(new BigDecimal("244.00")).isEqualTo(balance.credit());
        assertThat(balance.rows()).extracting(TrialBalance.Row::account).containsExactly("120000", "260000", "760000");
        assertThat(balance.rows().get(0).name()).isEqualTo("Kratkoročne terjatve do kupcev v državi");
        assertThat(balance.rows().get(0).balance()).isEqualTo(new BigDecimal("244.00"));
        assertThat(balance.rows().get(1).balance()).isEqualTo(new BigDecimal("-44.00"));
    }

    @ParameterizedTest
    @EnumSource
    void companiesSeeOnlyTheirOwn(Engine engine) {
        accounting = new TestAccounting(engine);
        UUID first = accounting.ledger.post(sale("2026-01-31")).id();

        accounting.companies.choose(TestCompanies.SECOND);

        assertThat(accounting.ledger.find(first)).isEmpty();
        assertThat(accounting.ledger.entries(PageRequest.first(10)).items()).isEmpty();
        assertThat(accounting.ledger.trialBalance().rows()).isEmpty();
        assertThat(accounting.chart.search("", 1000)).hasSize(389);
        assertThat(accounting.ledger.post(sale("2026-01-31")).number()).isEqualTo("GEN-2026-1");
    }

    @ParameterizedTest
    @EnumSource
    void whoMayOnlyReadCannotPost(Engine engine) {
        accounting = new TestAccounting(engine);
        Caller reader = new Caller("rok", Set.of(AccountingPermissions.LEDGER_READ), Locale.ENGLISH);
        accounting.callers.runAs(reader, () -> {
            assertThat(accounting.ledger.trialBalance().rows()).isEmpty();
            assertThatThrownBy(() -> accounting.ledger.post(sale("2026-01-31")))
                    .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.kind())
                    .isEqualTo(Kind.FORBIDDEN));
        });
    }

    static EntryDraft sale(String date) {
        return new EntryDraft(LocalDate.parse(date), "GEN", "Prodaja čaja", List.of(
                EntryLine.debit("120000", new BigDecimal("122.00"), ""),
                EntryLine.credit("760000", new BigDecimal("100"), "neto"),
                EntryLine.credit("260000", new BigDecimal("22.0"), "")));
    }
}
