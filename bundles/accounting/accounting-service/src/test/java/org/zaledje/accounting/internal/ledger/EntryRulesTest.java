package org.zaledje.accounting.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.zaledje.accounting.ledger.EntryDraft;
import org.zaledje.accounting.ledger.EntryLine;
import org.zaledje.platform.problem.Violation;

class EntryRulesTest {

    private static final LocalDate DATE = LocalDate.parse("2026-01-31");
    private static final EntryRules EURO = new EntryRules(Currency.getInstance("EUR"), Set.of("1", "2"), true);

    @Property
    void whateverIsAcceptedBalancesToTheCent(@ForAll("lines") List<EntryLine> lines) {
        List<Violation> found = EURO.check(draft(lines));

        BigDecimal debit = EntryRules.sum(lines, EntryLine::debit);
        BigDecimal credit = EntryRules.sum(lines, EntryLine::credit);
        if (found.isEmpty()) {
            assertThat(debit).isEqualByComparingTo(credit).isPositive();
            assertThat(lines).hasSizeGreaterThan(1);
        }
        if (debit.compareTo(credit) != 0) {
            assertThat(found).isNotEmpty();
        }
    }

    @Property
    void whatBalancesIsAccepted(@ForAll("balanced") List<EntryLine> lines) {
        assertThat(EURO.check(draft(lines))).isEmpty();
    }

    @Provide
    Arbitrary<List<EntryLine>> lines() {
        Arbitrary<BigDecimal> amounts = Arbitraries.bigDecimals().ofScale(2)
                .between(new BigDecimal("-1.00"), new BigDecimal("3.00")).edgeCases(e -> e.add(BigDecimal.ZERO));
        Arbitrary<EntryLine> line = amounts.flatMap(amount -> Arbitraries.of(
                EntryLine.debit("1", amount, ""), EntryLine.credit("2", amount, "")));
        return line.list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<EntryLine>> balanced() {
        return Arbitraries.longs().between(1, 1_000_000_000L).list().ofMinSize(1).ofMaxSize(20).map(cents -> {
            List<EntryLine> lines = new ArrayList<>();
            cents.forEach(c -> lines.add(EntryLine.debit("1", BigDecimal.valueOf(c, 2), "")));
            lines.add(EntryLine.credit("2", BigDecimal.valueOf(cents.stream().mapToLong(Long::longValue).sum(), 2),
                    ""));
            return lines;
        });
    }

    @Example
    void eachRuleNamesItsPlace() {
        assertBroken(List.of(), "accounting.entry.too-few-lines", "/lines");
        assertBroken(List.of(debit("1.00"), credit("2.00")), "accounting.entry.not-balanced", "/lines");
        assertBroken(List.of(debit("-1.00"), credit("1.00")), "accounting.entry.negative-amount", "/lines/0/debit");
        assertBroken(List.of(debit("1.00"), credit("1.001")), "accounting.entry.scale", "/lines/1/credit");
        assertBroken(List.of(debit("1.00"), credit("1.00"), debit("0.00")), "accounting.entry.debit-or-credit",
                "/lines/2");
        assertBroken(List.of(debit("1.00"), credit("1.00"),
                new EntryLine("1", BigDecimal.ONE, BigDecimal.ONE, "")), "accounting.entry.debit-or-credit",
                        "/lines/2");
        assertBroken(List.of(debit("1.00"), EntryLine.credit("3", BigDecimal.ONE, "")),
                "accounting.entry.unknown-account", "/lines/1/account");
        assertBroken(List.of(debit("1.00"), EntryLine.credit("2", BigDecimal.ONE, "x".repeat(501))),
                "accounting.entry.description-too-long", "/lines/1/description");
        assertBroken(List.of(debit("1.00"), EntryLine.credit("2", BigDecimal.ONE, "a\0b")),
                "accounting.entry.unstorable-character", "/lines/1/description");
        assertBroken(Collections.nCopies(1001, debit("1.00")), "accounting.entry.too-many-lines", "/lines");
    }

    @Example
    void amountsOfAbsurdSizeAreRefusedAtOnce() {
        for (String absurd : List.of("1e1000000000", "1e-1000000000", "1000000000000000", "0.00000001")) {
            assertThat(EURO.check(draft(List.of(debit(absurd), credit(absurd))))).extracting(Violation::location)
                    .contains("/lines/0/debit", "/lines/1/credit");
        }
        assertThat(EURO.check(draft(List.of(debit("1.00"), credit("1.00"), credit("0e-1000000000")))))
                .extracting(Violation::rule).containsExactly("accounting.entry.debit-or-credit");
    }

    @Example
    void theSumMustFitToo() {
        List<EntryLine> lines = new ArrayList<>();
        IntStream.range(0, 20).forEach(i -> lines.add(i % 2 == 0 ? debit("999999999999999.00")
                : credit("999999999999999.00")));
        assertThat(EURO.check(draft(lines))).extracting(Violation::rule)
                .containsExactly("accounting.entry.amount-too-large");
    }

    @Example
    void theCurrencyDecidesHowManyDecimalsThereMayBe() {
        List<EntryLine> lines = List.of(debit("1.5"), credit("1.5"));
        assertThat(EURO.check(draft(lines))).isEmpty();
        assertThat(new EntryRules(Currency.getInstance("JPY"), Set.of("1", "2"), true).check(draft(lines)))
                .extracting(Violation::rule).containsOnly("accounting.entry.scale");
        assertThat(new EntryRules(Currency.getInstance("KWD"), Set.of("1", "2"), true)
                .check(draft(List.of(debit("1.555"), credit("1.555"))))).isEmpty();
    }

    @Example
    void datesOutsideTheBooksAreRefused() {
        EntryDraft draft = new EntryDraft(LocalDate.MAX, "GEN", "", List.of(debit("1"), credit("1")));
        assertThat(EURO.check(draft)).extracting(Violation::rule).containsExactly("accounting.entry.date-out-of-range");
    }

    @Example
    void everyRuleIsToldInBothLanguages() {
        EntryRules nothing = new EntryRules(Currency.getInstance("EUR"), Set.of(), false);
        for (Violation violation : nothing.check(draft(List.of(debit("1.001"), credit("-2"))))) {
            String english = violation.message().in(Locale.ENGLISH);
            assertThat(english).doesNotContain("accounting.entry");
            assertThat(violation.message().in(new Locale("sl"))).isNotEqualTo(english)
                    .doesNotContain("accounting.entry");
        }
    }

    private static void assertBroken(List<EntryLine> lines, String rule, String location) {
        assertThat(EURO.check(draft(lines))).anySatisfy(violation -> {
            assertThat(violation.rule()).isEqualTo(rule);
            assertThat(violation.location()).isEqualTo(location);
        });
    }

    private static EntryDraft draft(List<EntryLine> lines) {
        return new EntryDraft(DATE, "GEN", "", lines);
    }

    private static EntryLine debit(String amount) {
        return EntryLine.debit("1", new BigDecimal(amount), "");
    }

    private static EntryLine credit(String amount) {
        return EntryLine.credit("2", new BigDecimal(amount), "");
    }
}
