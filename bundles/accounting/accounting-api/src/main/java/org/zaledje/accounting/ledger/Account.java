package org.zaledje.accounting.ledger;

/**
 * An account of a company's chart.
 *
 * @param code         its code, digits; sorts as text
 * @param name         what people read, in the language of the chart
 * @param accountClass first level of the chart, for example {@code 2} for short-term liabilities in the Slovenian chart
 * @param reconcile    whether its lines are matched with each other (open items)
 */
public record Account(String code, String name, String accountClass, boolean reconcile) {
}
