package org.zaledje.platform.web.internal.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zaledje.platform.audit.ChainHead;
import org.zaledje.platform.audit.Finding;
import org.zaledje.platform.audit.VerificationReport;

/** What a verification has found so far. */
record VerificationResult(VerificationReport.State state, Instant startedAt, long tookMillis, long rows, long unsealed,
        long faults, List<Fault> findings, @Schema(implementation = ChainHead.class) Optional<ChainHead> head) {

    /** Something that is not as it was written. */
    record Fault(String table, String id, String code, String detail) {

        static Fault of(Finding finding, Locale language) {
            return new Fault(finding.table(), finding.id(), finding.code(), finding.detail().in(language));
        }
    }

    static VerificationResult of(VerificationReport report, Locale language) {
        return new VerificationResult(report.state(), report.startedAt(), report.took().toMillis(), report.rows(),
                report.unsealed(), report.faults(),
                report.findings().stream().map(finding -> Fault.of(finding, language)).toList(), report.head());
    }
}
