package org.zaledje.accounting.invoice;

import java.util.List;
import org.zaledje.platform.problem.Violation;

/**
 * How a document stands against the schema of its syntax and the rules of EN 16931.
 *
 * @param violations everything found: rule {@code XSD} for the schema, the standard's ids ({@code BR-CO-15}, …) for its rules
 */
public record ValidationReport(List<Violation> violations) {

    public ValidationReport {
        violations = List.copyOf(violations);
    }

    /** Whether nothing found forbids the document; warnings do not. */
    public boolean valid() {
        return violations.stream().noneMatch(v -> v.severity() == Violation.Severity.ERROR);
    }
}
