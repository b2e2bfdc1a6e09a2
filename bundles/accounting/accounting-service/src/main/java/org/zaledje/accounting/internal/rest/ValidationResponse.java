package org.zaledje.accounting.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.zaledje.accounting.invoice.ValidationReport;
import org.zaledje.platform.problem.Violation;

/** How a document stands against the rules. */
@Schema(name = "ValidationReport")
record ValidationResponse(boolean valid, List<Broken> violations) {

    /** A broken rule. */
    @Schema(name = "BrokenRule")
    record Broken(
            @Schema(example = "BR-CO-15") String rule,
            @Schema(allowableValues = {"error", "warning"}) String severity,
            String message,
            @Schema(description = "XPath, or line:column for the schema") String location) {

        static Broken of(Violation violation, Locale locale) {
            return new Broken(violation.rule(), violation.severity().name().toLowerCase(Locale.ROOT),
                    violation.message().in(locale), violation.location());
        }
    }

    static ValidationResponse of(ValidationReport report, Locale locale) {
        return new ValidationResponse(report.valid(),
                report.violations().stream().map(violation -> Broken.of(violation, locale)).toList());
    }
}
