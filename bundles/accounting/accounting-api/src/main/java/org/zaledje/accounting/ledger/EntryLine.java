package org.zaledje.accounting.ledger;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * One line of a journal entry: a debit or a credit of an account.
 *
 * @param account     code of the account
 * @param debit       amount in the company's base currency, at that currency's scale (2 for EUR); zero when it is a credit
 * @param credit      the same for a credit; zero when it is a debit
 * @param description what it is for; may be empty, never null
 */
public record EntryLine(String account, BigDecimal debit, BigDecimal credit, String description) {

    public EntryLine {
        Objects.requireNonNull(account);
        Objects.requireNonNull(debit);
        Objects.requireNonNull(credit);
        Objects.requireNonNull(description);
    }

    public static EntryLine debit(String account, BigDecimal amount, String description) {
        return new EntryLine(account, amount, BigDecimal.ZERO, description);
    }

    public static EntryLine credit(String account, BigDecimal amount, String description) {
        return new EntryLine(account, BigDecimal.ZERO, amount, description);
    }
}
