package org.zaledje.accounting.internal.ledger;

import static org.zaledje.accounting.internal.AccountingTexts.violation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.zaledje.accounting.internal.books.Money;
import org.zaledje.accounting.ledger.EntryDraft;
import org.zaledje.accounting.ledger.EntryLine;
import org.zaledje.platform.problem.Violation;

/** What a journal entry must be to be posted. Finds everything that is wrong, not only the first thing. */
record EntryRules(Currency currency, Set<String> accounts, boolean journalKnown) {

    static final int LINES_MIN = 2;
    static final int LINES_MAX = 1000;
    static final int DESCRIPTION_CHARS_MAX = 500;
    static final int YEAR_MIN = 1900;
    static final int YEAR_MAX = 2200;

    private static final Set<String> AMOUNT_RULES = Set.of(
            "accounting.entry.negative-amount", "accounting.entry.amount-too-large", "accounting.entry.scale");

    List<Violation> check(EntryDraft draft) {
        List<Violation> found = new ArrayList<>();
        if (!journalKnown) {
            found.add(violation("accounting.entry.unknown-journal", "/journal", draft.journal()));
        }
        if (draft.date().getYear() < YEAR_MIN || draft.date().getYear() > YEAR_MAX) {
            found.add(violation("accounting.entry.date-out-of-range", "/date", text(YEAR_MIN), text(YEAR_MAX)));
        }
        checkDescription(draft.description(), "/description", found);
        checkLines(draft.lines(), found);
        return found;
    }

    private void checkLines(List<EntryLine> lines, List<Violation> found) {
        if (lines.size() < LINES_MIN) {
            found.add(violation("accounting.entry.too-few-lines", "/lines", LINES_MIN));
        }
        if (lines.size() > LINES_MAX) {
            found.add(violation("accounting.entry.too-many-lines", "/lines", LINES_MAX));
            return;
        }
        int before = found.size();
        for (int i = 0; i < lines.size(); i++) {
            checkLine(lines.get(i), "/lines/" + i, found);
        }
        boolean amountsUsable = found.subList(before, found.size()).stream()
                .noneMatch(v -> AMOUNT_RULES.contains(v.rule()));
        if (amountsUsable) {
            checkBalance(lines, found);
        }
    }

    private void checkLine(EntryLine line, String at, List<Violation> found) {
        if (!accounts.contains(line.account())) {
            found.add(violation("accounting.entry.unknown-account", at + "/account", line.account()));
        }
        checkAmount(line.debit(), at + "/debit", found);
        checkAmount(line.credit(), at + "/credit", found);
        if ((line.debit().signum() == 0) == (line.credit().signum() == 0)) {
            found.add(violation("accounting.entry.debit-or-credit", at));
        }
        checkDescription(line.description(), at + "/description", found);
    }

    private void checkAmount(BigDecimal amount, String at, List<Violation> found) {
        if (amount.signum() < 0) {
            found.add(violation("accounting.entry.negative-amount", at));
        }
        if (Money.isTooLarge(amount)) {
            found.add(violation("accounting.entry.amount-too-large", at));
        }
        if (!Money.fits(amount, currency)) {
            found.add(violation("accounting.entry.scale", at, currency.getCurrencyCode(),
                    currency.getDefaultFractionDigits()));
        }
    }

    private static void checkDescription(String description, String at, List<Violation> found) {
        if (description.length() > DESCRIPTION_CHARS_MAX) {
            found.add(violation("accounting.entry.description-too-long", at, DESCRIPTION_CHARS_MAX));
        }
        if (description.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
            found.add(violation("accounting.entry.unstorable-character", at));
        }
    }

    private void checkBalance(List<EntryLine> lines, List<Violation> found) {
        BigDecimal debit = sum(lines, EntryLine::debit);
        BigDecimal credit = sum(lines, EntryLine::credit);
        if (debit.compareTo(credit) != 0) {
            found.add(violation("accounting.entry.not-balanced", "/lines",
                    Money.scaled(debit, currency).toPlainString(), Money.scaled(credit, currency).toPlainString()));
        } else if (Money.isTooLarge(debit)) {
            found.add(violation("accounting.entry.amount-too-large", "/lines"));
        }
    }

    static BigDecimal sum(List<EntryLine> lines, Function<EntryLine, BigDecimal> amount) {
        return Money.sum(lines.stream().map(amount));
    }

    /** Years are told without a thousands separator. */
    private static String text(int year) {
        return Integer.toString(year);
    }
}
