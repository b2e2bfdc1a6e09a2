package org.zaledje.accounting.internal.invoice;

import static org.zaledje.accounting.internal.AccountingTexts.violation;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.zaledje.accounting.internal.books.Money;
import org.zaledje.en16931.InvoiceNode;
import org.zaledje.platform.problem.Violation;

/** Reads single values, and remembers what can't be kept. */
final class FactReader {

    private final InvoiceNode node;
    private final List<Violation> violations = new ArrayList<>();

    FactReader(InvoiceNode node) {
        this.node = node;
    }

    List<Violation> violations() {
        return violations;
    }

    Optional<String> text(String path, int charsMax) {
        Optional<String> text = node.text(path);
        if (text.filter(t -> t.length() > charsMax).isPresent()) {
            violations.add(violation("accounting.invoice.value-too-long", path, charsMax));
            return text.map(t -> t.substring(0, charsMax));
        }
        return text;
    }

    String requiredText(String path, int charsMax) {
        return text(path, charsMax).orElseGet(() -> {
            violations.add(violation("accounting.invoice.value-missing", path));
            return "";
        });
    }

    Optional<BigDecimal> decimal(String path) {
        Optional<BigDecimal> amount = node.text(path).flatMap(text -> parsedDecimal(path, text));
        if (amount.filter(a -> Money.isTooLarge(a) || a.stripTrailingZeros().scale() > 4).isPresent()) {
            violations.add(violation("accounting.invoice.amount-out-of-range", path));
            return Optional.of(BigDecimal.ZERO);
        }
        return amount;
    }

    BigDecimal requiredDecimal(String path) {
        return decimal(path).orElseGet(() -> {
            violations.add(violation("accounting.invoice.value-missing", path));
            return BigDecimal.ZERO;
        });
    }

    Optional<LocalDate> date(String path) {
        return node.text(path).flatMap(text -> parsedDate(path, text));
    }

    LocalDate requiredDate(String path) {
        return date(path).orElseGet(() -> {
            violations.add(violation("accounting.invoice.value-missing", path));
            return LocalDate.EPOCH;
        });
    }

    Optional<Currency> currency(String path) {
        String code = requiredText(path, 3);
        Optional<Currency> currency = Currency.getAvailableCurrencies().stream()
                .filter(c -> c.getCurrencyCode().equals(code)).findFirst();
        if (currency.isEmpty()) {
            violations.add(violation("accounting.invoice.unknown-currency", path, code));
        }
        return currency;
    }

    private Optional<BigDecimal> parsedDecimal(String path, String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            violations.add(violation("accounting.invoice.value-unreadable", path, text));
            return Optional.of(BigDecimal.ZERO);
        }
    }

    /** UBL writes 2026-01-31, with a time zone now and then; CII writes 20260131. */
    private Optional<LocalDate> parsedDate(String path, String text) {
        try {
            return Optional.of(text.contains("-")
                    ? LocalDate.parse(text.substring(0, Math.min(10, text.length())))
                    : LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException e) {
            violations.add(violation("accounting.invoice.value-unreadable", path, text));
            return Optional.of(LocalDate.EPOCH);
        }
    }
}
