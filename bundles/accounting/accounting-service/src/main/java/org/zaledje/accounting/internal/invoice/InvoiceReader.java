package org.zaledje.accounting.internal.invoice;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zaledje.accounting.internal.AccountingTexts;
import org.zaledje.accounting.internal.invoice.InvoicePaths.LinePaths;
import org.zaledje.accounting.invoice.ReceivedInvoice.Kind;
import org.zaledje.accounting.invoice.ReceivedInvoice.Line;
import org.zaledje.en16931.InvoiceNode;
import org.zaledje.en16931.Syntax;
import org.zaledje.platform.problem.ProblemException;

/** Reads what accounting needs out of a document. */
final class InvoiceReader {

    static final int NUMBER_CHARS_MAX = 200;
    static final int NAME_CHARS_MAX = 300;
    static final int NOTE_CHARS_MAX = 2000;

    /** The codes of BT-3 (UNTDID 1001) that EN 16931 takes as credit notes. */
    private static final Set<String> CREDIT_NOTES =
            Set.of("81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532");

    private static final Currency NO_CURRENCY = Currency.getInstance("XXX");

    private InvoiceReader() {
    }

    /**
     * The head of a document that has passed the rules.
     *
     * @throws ProblemException RULES_BROKEN when a value can't be kept
     */
    static InvoiceFacts facts(InvoiceNode document) {
        InvoicePaths paths = InvoicePaths.of(document.syntax());
        FactReader read = new FactReader(document);
        String sellerName = read.requiredText(paths.sellerName(), NAME_CHARS_MAX);
        InvoiceFacts facts = new InvoiceFacts(
                kind(document, paths),
                read.requiredText(paths.number(), NUMBER_CHARS_MAX),
                read.requiredDate(paths.issueDate()),
                read.date(paths.dueDate()),
                sellerName,
                read.text(paths.sellerVatId(), NAME_CHARS_MAX)
                        .or(() -> read.text(paths.sellerRegistration(), NAME_CHARS_MAX))
                        .orElse(sellerName),
                read.requiredText(paths.buyerName(), NAME_CHARS_MAX),
                read.currency(paths.currency()).orElse(NO_CURRENCY),
                read.requiredDecimal(paths.netAmount()),
                read.decimal(paths.vatAmount()).orElse(BigDecimal.ZERO),
                read.requiredDecimal(paths.totalAmount()),
                read.requiredDecimal(paths.payableAmount()),
                note(document, paths));
        if (!read.violations().isEmpty()) {
            throw ProblemException.rulesBroken("accounting.invoice.rules-broken",
                    AccountingTexts.text("accounting.invoice.rules-broken"), read.violations());
        }
        return facts;
    }

    /** The lines of a document that was stored, and so was readable. */
    static List<Line> lines(InvoiceNode document) {
        LinePaths paths = InvoicePaths.of(document.syntax()).lines();
        return document.nodes(paths.all()).stream().map(line -> line(line, paths)).toList();
    }

    private static Line line(InvoiceNode line, LinePaths paths) {
        return new Line(
                line.text(paths.number()).orElse(""),
                line.text(paths.description()).orElse(""),
                line.text(paths.quantity()).map(BigDecimal::new).orElse(BigDecimal.ZERO),
                line.text(paths.unit()).orElse(""),
                line.text(paths.netAmount()).map(BigDecimal::new).orElse(BigDecimal.ZERO),
                line.text(paths.vatRate()).map(BigDecimal::new));
    }

    private static Kind kind(InvoiceNode document, InvoicePaths paths) {
        Optional<String> type = document.text(paths.type());
        boolean credit = document.syntax() == Syntax.UBL_CREDIT_NOTE || type.filter(CREDIT_NOTES::contains).isPresent();
        return credit ? Kind.CREDIT_NOTE : Kind.INVOICE;
    }

    /** Long notes are cut short here; the whole of them is in the original. */
    private static String note(InvoiceNode document, InvoicePaths paths) {
        String note = document.nodes(paths.note()).stream()
                .flatMap(n -> n.text(".").stream())
                .collect(Collectors.joining("\n"));
        return note.length() <= NOTE_CHARS_MAX ? note : note.substring(0, NOTE_CHARS_MAX - 1) + "…";
    }
}
