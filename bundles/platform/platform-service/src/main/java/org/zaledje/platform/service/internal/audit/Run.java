package org.zaledje.platform.service.internal.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zaledje.platform.audit.ChainHead;
import org.zaledje.platform.audit.Finding;
import org.zaledje.platform.audit.Verification;
import org.zaledje.platform.audit.VerificationReport;
import org.zaledje.platform.audit.VerificationReport.State;
import org.zaledje.platform.service.internal.database.Sql;

/** One verification: what it has read and found so far. Written by the thread that verifies, read by those that ask. */
final class Run implements Verification.Findings {

    private static final int ASKED_MAX = 1_000;

    private final Clock clock;
    private final Sql sql;
    private final Instant startedAt;
    private final List<Finding> findings = new ArrayList<>();
    private State state = State.RUNNING;
    private Duration took = Duration.ZERO;
    private long rows;
    private long unsealed;
    private long faults;
    private Optional<ChainHead> head = Optional.empty();

    Run(Clock clock, Sql sql) {
        this.clock = clock;
        this.sql = sql;
        startedAt = clock.instant();
    }

    @Override
    public synchronized void found(Finding finding) {
        faults++;
        if (findings.size() < VerificationReport.FINDINGS_MAX) {
            findings.add(finding);
        }
    }

    @Override
    public synchronized void read(long more) {
        rows += more;
    }

    @Override
    public Map<String, String> digests(UUID company, String type, List<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Object> arguments = new ArrayList<>(List.of(company, type));
        arguments.addAll(bounded(ids));
        // the newest row of a record holds
        Map<String, String> digests = new HashMap<>();
        sql.list("select record_id, digest from sys_audit_record where company_id = ? and record_type = ? and digest <> ''"
                        + " and record_id in (?" + ", ?".repeat(ids.size() - 1) + ") order by id",
                row -> digests.put(row.getString(1), row.getString(2)), arguments.toArray());
        return digests;
    }

    @Override
    public List<String> digestedAfter(UUID company, String type, String after, int limit) {
        return sql.list("select distinct record_id from sys_audit_record where company_id = ? and record_type = ?"
                        + " and record_id > ? and digest <> '' order by record_id limit " + Math.min(limit, ASKED_MAX),
                row -> row.getString(1), company, type, after);
    }

    private static List<String> bounded(List<String> ids) {
        if (ids.size() > ASKED_MAX) {
            throw new IllegalArgumentException("at most " + ASKED_MAX + " ids can be asked for at once: " + ids.size());
        }
        return ids;
    }

    synchronized void unsealed(long count) {
        unsealed = count;
    }

    synchronized void verified(ChainHead end) {
        head = Optional.of(end);
    }

    synchronized void end(boolean broken) {
        took = Duration.between(startedAt, clock.instant());
        state = broken ? State.FAILED : faults == 0 ? State.CLEAN : State.ALTERED;
    }

    synchronized VerificationReport report() {
        Duration duration = state == State.RUNNING ? Duration.between(startedAt, clock.instant()) : took;
        return new VerificationReport(state, startedAt, duration, rows, unsealed, faults, findings, head);
    }
}
