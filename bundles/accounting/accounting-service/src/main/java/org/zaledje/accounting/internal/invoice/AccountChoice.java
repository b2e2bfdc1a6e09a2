package org.zaledje.accounting.internal.invoice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.zaledje.accounting.internal.books.Money;
import org.zaledje.accounting.invoice.ReceivedInvoice;
import org.zaledje.accounting.invoice.ReceivedInvoice.Kind;
import org.zaledje.accounting.ledger.EntryDraft;
import org.zaledje.accounting.ledger.EntryLine;
import org.zaledje.accounting.ledger.JournalEntry;
import org.zaledje.accounting.ledger.Ledger;

/** The accounts that a supplier's invoice is posted to. */
record AccountChoice(String expense, String inputVat, String supplier) {

    /** Services, deductible VAT, domestic suppliers, in the Slovenian chart. */
    static final AccountChoice USUAL = new AccountChoice("419000", "160000", "220000");

    private static final String INPUT_VAT_GROUP = "160";
    private static final int DESCRIPTION_CHARS_MAX = 500;

    /** What somebody chose when they posted an invoice; where that can't be told, the usual account. */
    static AccountChoice of(JournalEntry posted, Kind kind) {
        boolean invoice = kind == Kind.INVOICE;
        Predicate<EntryLine> cost = line -> (invoice ? line.debit() : line.credit()).signum() > 0;
        Predicate<EntryLine> vat = line -> line.account().startsWith(INPUT_VAT_GROUP);
        return new AccountChoice(
                account(posted, cost.and(vat.negate())).orElse(USUAL.expense),
                account(posted, cost.and(vat)).orElse(USUAL.inputVat),
                account(posted, cost.negate()).orElse(USUAL.supplier));
    }

    private static Optional<String> account(JournalEntry entry, Predicate<EntryLine> which) {
        return entry.lines().stream().filter(which).map(EntryLine::account).findFirst();
    }

    /** The entry for an invoice in the currency of the books. Amounts of zero make no line. */
    EntryDraft entry(ReceivedInvoice invoice) {
        BigDecimal sign = invoice.kind() == Kind.INVOICE ? BigDecimal.ONE : BigDecimal.ONE.negate();
        List<EntryLine> lines = new ArrayList<>();
        add(lines, expense, invoice.netAmount().multiply(sign));
        add(lines, inputVat, invoice.vatAmount().multiply(sign));
        add(lines, supplier, invoice.totalAmount().multiply(sign).negate());
        return draft(invoice, lines);
    }

    /** The entry for an invoice in another currency, with amounts still to be filled in. */
    EntryDraft entryWithoutAmounts(ReceivedInvoice invoice, Currency ofBooks) {
        BigDecimal none = Money.scaled(BigDecimal.ZERO, ofBooks);
        return draft(invoice, Stream.of(expense, inputVat, supplier)
                .map(account -> new EntryLine(account, none, none, ""))
                .toList());
    }

    private static void add(List<EntryLine> lines, String account, BigDecimal amount) {
        BigDecimal none = BigDecimal.ZERO.setScale(amount.scale());
        if (amount.signum() > 0) {
            lines.add(new EntryLine(account, amount, none, ""));
        } else if (amount.signum() < 0) {
            lines.add(new EntryLine(account, none, amount.negate(), ""));
        }
    }

    private static EntryDraft draft(ReceivedInvoice invoice, List<EntryLine> lines) {
        String description = invoice.sellerName() + ", " + invoice.number();
        return new EntryDraft(invoice.issueDate(), Ledger.PURCHASE_JOURNAL,
                description.substring(0, Math.min(DESCRIPTION_CHARS_MAX, description.length())), lines);
    }
}
