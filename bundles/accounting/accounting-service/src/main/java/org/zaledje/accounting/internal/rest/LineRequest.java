package org.zaledje.accounting.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Optional;
import org.zaledje.accounting.ledger.EntryLine;

/** A line of an entry as a partner sends it. */
@Schema(name = "EntryLineRequest", description = "A debit or a credit of an account; the other one is left out.")
record LineRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "120000") String account,
        @Schema(implementation = String.class, format = "decimal", example = "122.00") BigDecimal debit,
        @Schema(implementation = String.class, format = "decimal") BigDecimal credit,
        String description) {

    EntryLine line() {
        return new EntryLine(account, orZero(debit), orZero(credit), Optional.ofNullable(description).orElse(""));
    }

    private static BigDecimal orZero(BigDecimal amount) {
        return Optional.ofNullable(amount).orElse(BigDecimal.ZERO);
    }
}
