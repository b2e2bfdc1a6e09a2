package org.zaledje.accounting.internal.ledger;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.accounting.AccountingEvents;
import org.zaledje.accounting.internal.AccountingTexts;
import org.zaledje.accounting.internal.chart.AccountRow;
import org.zaledje.accounting.internal.books.Money;
import org.zaledje.accounting.ledger.EntryDraft;
import org.zaledje.accounting.ledger.EntryLine;
import org.zaledje.accounting.ledger.JournalEntry;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.event.EventPublisher;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.number.NumberPattern;
import org.zaledje.platform.number.Numbers;
import org.zaledje.platform.number.RecordNumber;
import org.zaledje.platform.number.SeriesKey;
import org.zaledje.platform.persistence.CompanyRows;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.security.Caller;

/*
 * How are entries numbered without gaps?
 *
 * The platform gives the number in the transaction that writes the entry, so a number is used if and only if the entry is
 * kept. Posters to the same journal go one after the other, because each locks the journal's row first. A series that
 * the platform does not know yet goes on from the last entry that was posted, for entries were numbered here before.
 */
/** Checks, numbers and writes entries inside a transaction of its caller, who has checked the permission. */
@Component(service = EntryPosting.class)
public final class EntryPosting {

    private static final Pattern ACCOUNT_CODE = Pattern.compile("\\d{1,20}");
    private static final NumberPattern PATTERN = new NumberPattern("{series}-{year}-{number}");
    private static final Pattern JOURNAL_CODE = Pattern.compile("[A-Z0-9]{1,10}");

    private final IdSource ids;
    private final Clock clock;
    private final AuditTrail trail;
    private final EventPublisher events;
    private final Numbers numbers;

    @Activate
    public EntryPosting(@Reference IdSource ids, @Reference Clock clock, @Reference AuditTrail trail,
            @Reference EventPublisher events, @Reference Numbers numbers) {
        this.ids = ids;
        this.clock = clock;
        this.trail = trail;
        this.events = events;
        this.numbers = numbers;
    }

    /**
     * Posts the entry.
     *
     * @throws ProblemException RULES_BROKEN with every broken rule
     */
    public JournalEntry post(CompanyRows books, EntryDraft draft, Caller poster) {
        Currency currency = books.company().currency();
        boolean journalKnown = lockJournal(books, draft.journal());
        List<Violation> broken = new EntryRules(currency, knownAccounts(books, draft), journalKnown).check(draft);
        if (!broken.isEmpty()) {
            throw ProblemException.rulesBroken("accounting.entry.invalid",
                    AccountingTexts.text("accounting.entry.invalid"), broken);
        }
        return write(books, scaled(draft, currency), poster);
    }

    private JournalEntry write(CompanyRows books, EntryDraft draft, Caller poster) {
        UUID id = ids.next();
        BigDecimal total = EntryRules.sum(draft.lines(), EntryLine::debit);
        EntryRow entry = new EntryRow(id, draft, nextNumber(books, draft), total,
                clock.instant().truncatedTo(ChronoUnit.MILLIS), poster.name());
        books.add(entry);
        for (int i = 0; i < draft.lines().size(); i++) {
            books.add(new LineRow(new LineKey(id, i), draft.lines().get(i)));
        }
        books.write();
        JournalEntry posted = entry.entry(draft.lines(), books.company().currency());
        trail.record(EntryAudit.posted(posted));
        events.publish(AccountingEvents.ENTRY_POSTED, posted.id(), Map.of(
                "number", posted.number(), "date", posted.date().toString(), "journal", draft.journal(),
                "description", draft.description(), "total", total.toPlainString(),
                "currency", books.company().currency().getCurrencyCode()));
        return posted;
    }

    private RecordNumber nextNumber(CompanyRows books, EntryDraft draft) {
        SeriesKey series = new SeriesKey(
                books.company().id(), "accounting.entry", draft.journal(), draft.date().getYear());
        return numbers.next(series, PATTERN, () -> lastNumber(books, series));
    }

    private static long lastNumber(CompanyRows books, SeriesKey series) {
        return Optional.ofNullable(books.query(
                        "select max(e.number) from EntryRow e where e.journal = :journal and e.year = :year", Integer.class)
                .setParameter("journal", series.series())
                .setParameter("year", series.year())
                .getSingleResult()).orElse(0);
    }

    /** Whether entries can be posted in this journal. */
    static boolean isJournal(CompanyRows books, String journal) {
        return JOURNAL_CODE.matcher(journal).matches() && books.find(JournalRow.class, journal).isPresent();
    }

    /** Whether lines can have this account. */
    static boolean isAccount(CompanyRows books, String account) {
        return ACCOUNT_CODE.matcher(account).matches() && books.find(AccountRow.class, account).isPresent();
    }

    private static boolean lockJournal(CompanyRows books, String journal) {
        return JOURNAL_CODE.matcher(journal).matches()
                && books.lock(JournalRow.class, journal).isPresent();
    }

    private static Set<String> knownAccounts(CompanyRows books, EntryDraft draft) {
        Set<String> used = draft.lines().stream()
                .limit(EntryRules.LINES_MAX)
                .map(EntryLine::account)
                .filter(account -> ACCOUNT_CODE.matcher(account).matches())
                .collect(Collectors.toSet());
        if (used.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(books.query(
                        "select a.code from AccountRow a where a.code in :used",
                        String.class)
                .setParameter("used", used)
                .getResultList());
    }

    private static EntryDraft scaled(EntryDraft draft, Currency currency) {
        return new EntryDraft(draft.date(), draft.journal(), draft.description(), draft.lines().stream()
                .map(line -> new EntryLine(line.account(), Money.scaled(line.debit(), currency),
                        Money.scaled(line.credit(), currency), line.description()))
                .toList());
    }
}
