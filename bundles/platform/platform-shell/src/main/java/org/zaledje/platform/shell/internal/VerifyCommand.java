package org.zaledje.platform.shell.internal;

import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.zaledje.platform.audit.AuditProof;
import org.zaledje.platform.audit.Finding;
import org.zaledje.platform.audit.VerificationReport;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;

/** Proves that neither the audit trail nor the ledger was altered; fails, for scripts, when one was. */
@Service
@Command(scope = "zaledje", name = "verify",
        description = "Proves that neither the audit trail nor the ledger was altered")
public class VerifyCommand implements Action {

    @Option(name = "--json", description = "Prints the result as JSON")
    boolean json;

    @Reference
    AuditProof proof;

    @Reference
    Callers callers;

    @Override
    public Object execute() throws Exception {
        VerificationReport report = verified();
        System.out.println(json ? json(report) : text(report));
        if (report.state() != VerificationReport.State.CLEAN) {
            throw new CommandProblem(report.state() == VerificationReport.State.FAILED
                    ? "The verification broke off; nothing is proven. The log says why."
                    : report.faults() + " fault(s) found.");
        }
        return null;
    }

    private VerificationReport verified() throws Exception {
        try {
            // who has the shell is an administrator
            return callers.callAs(Caller.system(), proof::verify);
        } catch (ProblemException e) {
            throw new CommandProblem(e.detail().in(Locale.ENGLISH));
        }
    }

    private static String text(VerificationReport report) {
        long millis = Math.max(1, report.took().toMillis());
        String findings = report.findings().stream()
                .map(finding -> finding.table() + " " + finding.id() + ": " + finding.detail().in(Locale.ENGLISH) + "\n")
                .collect(Collectors.joining());
        return findings + report.rows() + " rows read in " + millis + " ms (" + report.rows() * 1_000 / millis + "/s), "
                + report.unsealed() + " not chained yet. " + report.head()
                        .map(head -> "Head of the chain: " + head.length() + " " + head.hash() + ". ").orElse("")
                + "Result: " + report.state().name().toLowerCase(Locale.ROOT);
    }

    private static String json(VerificationReport report) {
        String head = report.head().map(end -> "{\"length\":" + end.length() + ",\"hash\":" + quoted(end.hash()) + "}")
                .orElse("null");
        return "{\"state\":" + quoted(report.state().name()) + ",\"rows\":" + report.rows() + ",\"tookMillis\":"
                + report.took().toMillis() + ",\"unsealed\":" + report.unsealed() + ",\"faults\":" + report.faults()
                + ",\"head\":" + head + ",\"findings\":" + report.findings().stream().map(VerifyCommand::json)
                        .collect(Collectors.joining(",", "[", "]")) + "}";
    }

    private static String json(Finding finding) {
        return "{\"table\":" + quoted(finding.table()) + ",\"id\":" + quoted(finding.id()) + ",\"code\":"
                + quoted(finding.code()) + ",\"detail\":" + quoted(finding.detail().in(Locale.ENGLISH)) + "}";
    }

    private static String quoted(String text) {
        return text.codePoints().mapToObj(c -> c == '"' || c == '\\' ? "\\" + (char) c
                : c < ' ' ? String.format("\\u%04x", c) : Character.toString(c)).collect(Collectors.joining("", "\"", "\""));
    }
}
