package org.zaledje.accounting.internal.rest;

import static org.zaledje.accounting.internal.AccountingTexts.violation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.zaledje.accounting.internal.AccountingTexts;
import org.zaledje.accounting.ledger.EntryDraft;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.Violation;

/** An entry as a partner sends it. Any member may be missing. */
@Schema(description = "A journal entry to be posted.", example = """
        {"date": "2026-01-31", "journal": "GEN", "description": "A sale", "lines": [
          {"account": "120000", "debit": "122.00", "description": "Receivable"},
          {"account": "760000", "credit": "100.00", "description": "Revenue"},
          {"account": "260000", "credit": "22.00", "description": "VAT"}]}""")
record EntryRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026-01-31") LocalDate date,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "GEN") String journal,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String description,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<LineRequest> lines) {

    private static final String MISSING = "accounting.entry.value-missing";

    /**
     * The same for the ledger.
     *
     * @throws ProblemException RULES_BROKEN with every member that is missing
     */
    EntryDraft draft() {
        List<Violation> missing = new ArrayList<>();
        require(date, "/date", missing);
        require(journal, "/journal", missing);
        require(description, "/description", missing);
        require(lines, "/lines", missing);
        if (lines != null) {
            requireLines(missing);
        }
        if (!missing.isEmpty()) {
            throw ProblemException.rulesBroken("accounting.entry.invalid",
                    AccountingTexts.text("accounting.entry.invalid"), missing);
        }
        return new EntryDraft(date, journal, description, lines.stream().map(LineRequest::line).toList());
    }

    private void requireLines(List<Violation> missing) {
        for (int i = 0; i < lines.size(); i++) {
            require(lines.get(i).account(), "/lines/" + i + "/account", missing);
        }
    }

    private static void require(Object value, String at, List<Violation> missing) {
        if (value == null) {
            missing.add(violation(MISSING, at));
        }
    }
}
