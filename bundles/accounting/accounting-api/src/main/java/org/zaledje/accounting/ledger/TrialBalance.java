package org.zaledje.accounting.ledger;

import java.math.BigDecimal;
import java.util.List;

/**
 * All accounts with postings and their sums, in the company's base currency.
 *
 * @param rows   by account code
 * @param debit  sum of all debits
 * @param credit sum of all credits; always equal to {@code debit}
 */
public record TrialBalance(List<Row> rows, BigDecimal debit, BigDecimal credit) {

    /**
     * One account.
     *
     * @param account code
     * @param name    what people read
     * @param debit   sum of its debits
     * @param credit  sum of its credits
     * @param balance debit less credit; negative for a credit balance
     */
    public record Row(String account, String name, BigDecimal debit, BigDecimal credit, BigDecimal balance) {
    }
}
