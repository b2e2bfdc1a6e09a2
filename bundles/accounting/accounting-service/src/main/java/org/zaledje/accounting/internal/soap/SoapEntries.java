package org.zaledje.accounting.internal.soap;

import static org.zaledje.accounting.internal.AccountingTexts.violation;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zaledje.accounting.internal.AccountingTexts;
import org.zaledje.accounting.ledger.EntryDraft;
import org.zaledje.accounting.ledger.EntryLine;
import org.zaledje.accounting.ledger.JournalEntry;
import org.zaledje.accounting.ledger.TrialBalance;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.Violation;

/** Entries and sums as messages. */
final class SoapEntries {

    private SoapEntries() {
    }

    /**
     * The entry that a message asks to post.
     *
     * @throws ProblemException RULES_BROKEN with everything that is missing or can't be read
     */
    static EntryDraft draft(Optional<SoapEntry> sent) {
        SoapEntry message = sent.orElseGet(SoapEntry::new);
        List<Violation> wrong = new ArrayList<>();
        Optional<LocalDate> date = date(message.date, wrong);
        require(message.journal, "/journal", wrong);
        require(message.description, "/description", wrong);
        for (int i = 0; i < message.line.size(); i++) {
            require(message.line.get(i).account, "/lines/" + i + "/account", wrong);
        }
        if (!wrong.isEmpty()) {
            throw ProblemException.rulesBroken("accounting.entry.invalid",
                    AccountingTexts.text("accounting.entry.invalid"), wrong);
        }
        return new EntryDraft(date.orElseThrow(), message.journal, message.description,
                message.line.stream().map(SoapEntries::line).toList());
    }

    static SoapEntry of(JournalEntry entry) {
        SoapEntry message = new SoapEntry();
        message.id = entry.id().toString();
        message.number = entry.number();
        message.date = entry.date().toString();
        message.journal = entry.journal();
        message.description = entry.description();
        entry.lines().forEach(line -> message.line.add(of(line)));
        message.total = entry.total();
        message.postedAt = entry.postedAt().toString();
        message.postedBy = entry.postedBy();
        return message;
    }

    static SoapTrialBalance of(TrialBalance balance) {
        SoapTrialBalance message = new SoapTrialBalance();
        balance.rows().forEach(row -> message.row.add(of(row)));
        message.debit = balance.debit();
        message.credit = balance.credit();
        return message;
    }

    private static SoapTrialBalance.Row of(TrialBalance.Row row) {
        SoapTrialBalance.Row message = new SoapTrialBalance.Row();
        message.account = row.account();
        message.name = row.name();
        message.debit = row.debit();
        message.credit = row.credit();
        message.balance = row.balance();
        return message;
    }

    private static SoapEntry.Line of(EntryLine line) {
        SoapEntry.Line message = new SoapEntry.Line();
        message.account = line.account();
        message.debit = line.debit();
        message.credit = line.credit();
        message.description = line.description();
        return message;
    }

    private static EntryLine line(SoapEntry.Line message) {
        return new EntryLine(message.account, orZero(message.debit), orZero(message.credit),
                Optional.ofNullable(message.description).orElse(""));
    }

    private static BigDecimal orZero(BigDecimal amount) {
        return Optional.ofNullable(amount).orElse(BigDecimal.ZERO);
    }

    private static Optional<LocalDate> date(String text, List<Violation> wrong) {
        try {
            Optional<LocalDate> date = Optional.ofNullable(text).map(String::strip).map(LocalDate::parse);
            if (date.isEmpty()) {
                wrong.add(violation("accounting.entry.value-missing", "/date"));
            }
            return date;
        } catch (DateTimeException e) {
            wrong.add(violation("accounting.entry.date-unreadable", "/date", text));
            return Optional.empty();
        }
    }

    private static void require(String value, String at, List<Violation> wrong) {
        if (value == null) {
            wrong.add(violation("accounting.entry.value-missing", at));
        }
    }
}
