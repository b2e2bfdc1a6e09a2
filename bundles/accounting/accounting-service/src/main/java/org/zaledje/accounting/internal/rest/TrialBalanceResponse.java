package org.zaledje.accounting.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.zaledje.accounting.ledger.TrialBalance;

/** The sums of all posted entries. */
@Schema(name = "TrialBalance")
record TrialBalanceResponse(
        List<Row> rows,
        @Schema(implementation = String.class, format = "decimal") BigDecimal debit,
        @Schema(implementation = String.class, format = "decimal") BigDecimal credit) {

    /** One account. */
    @Schema(name = "TrialBalanceRow")
    record Row(
            String account,
            String name,
            @Schema(implementation = String.class, format = "decimal") BigDecimal debit,
            @Schema(implementation = String.class, format = "decimal") BigDecimal credit,
            @Schema(implementation = String.class, format = "decimal", description =
                    "debit less credit") BigDecimal balance) {

        static Row of(TrialBalance.Row row) {
            return new Row(row.account(), row.name(), row.debit(), row.credit(), row.balance());
        }
    }

    static TrialBalanceResponse of(TrialBalance balance) {
        return new TrialBalanceResponse(balance.rows().stream().map(Row::of).toList(), balance.debit(),
                balance.credit());
    }
}
