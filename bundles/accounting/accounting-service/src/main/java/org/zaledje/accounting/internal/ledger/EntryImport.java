package org.zaledje.accounting.internal.ledger;

import static org.zaledje.accounting.internal.AccountingTexts.text;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zaledje.accounting.internal.books.Bookkeeping;
import org.zaledje.accounting.ledger.EntryDraft;
import org.zaledje.accounting.ledger.EntryLine;
import org.zaledje.platform.exchange.ExchangeRow;
import org.zaledje.platform.exchange.ImportRun;
import org.zaledje.platform.persistence.CompanyRows;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.security.Caller;

/** Entries out of a table: the same rules and the same posting as for those that come one by one. */
final class EntryImport implements ImportRun {

    private static final Pattern LINE = Pattern.compile("/lines/(\\d+)(?:/(\\w+))?");
    /** What is remembered of accounts and journals while a file is checked; a company has some hundreds. */
    private static final int KNOWN_MAX = 10_000;

    private final Bookkeeping bookkeeping;
    private final EntryPosting posting;
    private final Caller poster;
    private final Map<String, Boolean> accounts = new HashMap<>();
    private final Map<String, Boolean> journals = new HashMap<>();

    EntryImport(Bookkeeping bookkeeping, EntryPosting posting, Caller poster) {
        this.bookkeeping = bookkeeping;
        this.posting = posting;
        this.poster = poster;
    }

    @Override
    public void check(List<ExchangeRow> record, Findings findings) {
        ExchangeRow head = record.get(0);
        for (ExchangeRow row : record) {
            for (String column : List.of(EntryExchange.DATE, EntryExchange.JOURNAL, EntryExchange.DESCRIPTION)) {
                if (!row.value(column).equals(head.value(column))) {
                    findings.found(row, column, text("accounting.entry.differs-within", head.text(EntryExchange.ENTRY), head.line()));
                }
            }
        }
        EntryDraft draft = draft(record);
        bookkeeping.inBooks(books -> rules(books, draft).check(draft))
                .forEach(violation -> tell(violation, record, findings));
    }

    private EntryRules rules(CompanyRows books, EntryDraft draft) {
        Set<String> known = draft.lines().stream().map(EntryLine::account).filter(account -> isKnown(accounts, account,
                () -> EntryPosting.isAccount(books, account))).collect(Collectors.toSet());
        return new EntryRules(books.company().currency(), known,
                isKnown(journals, draft.journal(), () -> EntryPosting.isJournal(books, draft.journal())));
    }

    private static boolean isKnown(Map<String, Boolean> known, String code, BooleanSupplier look) {
        if (known.size() > KNOWN_MAX) {
            known.clear();
        }
        return known.computeIfAbsent(code, unseen -> look.getAsBoolean());
    }

    private static void tell(Violation violation, List<ExchangeRow> record, Findings findings) {
        Matcher line = LINE.matcher(violation.location());
        if (line.matches()) {
            ExchangeRow row = record.get(Integer.parseInt(line.group(1)));
            String member = Optional.ofNullable(line.group(2)).orElse("");
            findings.found(row, member.equals("description") ? EntryExchange.LINE_DESCRIPTION : member, violation.message());
        } else {
            String member = violation.location().substring(1);
            findings.found(record.get(0), member.equals("lines") ? "" : member, violation.message());
        }
    }

    @Override
    public void write(List<ExchangeRow> record) {
        bookkeeping.inBooks(books -> {
            posting.post(books, draft(record), poster);
            books.release();
            return record;
        });
    }

    private static EntryDraft draft(List<ExchangeRow> record) {
        ExchangeRow head = record.get(0);
        return new EntryDraft(head.date(EntryExchange.DATE).orElseThrow(), head.text(EntryExchange.JOURNAL),
                head.text(EntryExchange.DESCRIPTION), record.stream().map(EntryImport::line).toList());
    }

    private static EntryLine line(ExchangeRow row) {
        return new EntryLine(row.text(EntryExchange.ACCOUNT), row.decimal(EntryExchange.DEBIT).orElse(BigDecimal.ZERO),
                row.decimal(EntryExchange.CREDIT).orElse(BigDecimal.ZERO), row.text(EntryExchange.LINE_DESCRIPTION));
    }
}
