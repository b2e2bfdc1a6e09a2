package org.zaledje.platform.shell.internal.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.zaledje.platform.audit.AuditProof;
import org.zaledje.platform.audit.ChainHead;
import org.zaledje.platform.audit.Finding;
import org.zaledje.platform.audit.VerificationReport;
import org.zaledje.platform.shell.internal.CommandProblem;
import org.zaledje.platform.shell.internal.Listing;
import org.zaledje.platform.shell.internal.PlatformCommand;

/** Proves that neither the audit trail nor the ledger was altered; fails, for scripts, when one was. */
@Service
@Command(scope = "zaledje", name = "verify",
        description = "Proves that neither the audit trail nor the ledger was altered")
public class VerifyCommand extends PlatformCommand {

    @Reference
    AuditProof proof;

    @Override
    protected void run() throws CommandProblem {
        VerificationReport report = proof.verify();
        if (!isJson() && !report.findings().isEmpty()) {
            show(Listing.<Finding>of("finding").column("table", Finding::table).column("id", Finding::id)
                    .column("detail", Finding::detail), report.findings());
        }
        long millis = Math.max(1, report.took().toMillis());
        tell(members(report), report.head().isPresent() ? "read.head" : "read", report.rows(), millis,
                report.rows() * 1_000 / millis, report.unsealed(), report.head().map(head -> String.valueOf(head.length())).orElse(""),
                report.head().map(ChainHead::hash).orElse(""));
        switch (report.state()) {
            case CLEAN -> say("clean");
            case FAILED -> throw problem("failed");
            default -> throw problem("altered", report.faults());
        }
    }

    private void say(String key) {
        if (!isJson()) {
            tell(Map.of(), key);
        }
    }

    private static Map<String, Object> members(VerificationReport report) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("state", report.state());
        members.put("rows", report.rows());
        members.put("tookMillis", report.took().toMillis());
        members.put("unsealed", report.unsealed());
        members.put("faults", report.faults());
        members.put("head", report.head().map(head -> Map.of("length", head.length(), "hash", head.hash())));
        members.put("findings", report.findings().stream().map(finding -> Map.of("table", finding.table(),
                "id", finding.id(), "code", finding.code(), "detail", finding.detail())).toList());
        return members;
    }
}
