package org.zaledje.platform.service.internal.audit;

import static org.zaledje.platform.service.internal.audit.AuditTexts.text;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.audit.AuditProof;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.ChainHead;
import org.zaledje.platform.audit.Finding;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.audit.Verification;
import org.zaledje.platform.audit.VerificationReport;
import org.zaledje.platform.audit.VerificationReport.State;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.transaction.Transactions;

/** Verifies the chain, then what functions verify; one verification at a time. */
@Component
public final class Verifier implements AuditProof {

    private static final Logger LOG = LoggerFactory.getLogger(Verifier.class);

    private final Sql sql;
    private final Chain chain;
    private final Sealer sealer;
    private final Heads heads;
    private final AuditKey key;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Callers callers;
    private final IdSource ids;
    private final Clock clock;
    // Changed by the component runtime's threads while others read.
    private final List<Verification> verifications = new CopyOnWriteArrayList<>();
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "zaledje-audit-verifier"));
    private Optional<Run> latest = Optional.empty();

    @Activate
    public Verifier(
            @Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource,
            @Reference Chain chain, @Reference Sealer sealer, @Reference Heads heads, @Reference AuditKey key,
            @Reference AuditTrail trail, @Reference Transactions transactions, @Reference Callers callers,
            @Reference IdSource ids, @Reference Clock clock) {
        this.sql = new Sql(dataSource);
        this.chain = chain;
        this.sealer = sealer;
        this.heads = heads;
        this.key = key;
        this.trail = trail;
        this.transactions = transactions;
        this.callers = callers;
        this.ids = ids;
        this.clock = clock;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addVerification(Verification verification) {
        verifications.add(verification);
    }

    void removeVerification(Verification verification) {
        verifications.remove(verification);
    }

    @Override
    public ChainHead head() {
        callers.requireEverywhere(AuditLog.READ);
        return heads.at(chain.head());
    }

    @Override
    public ChainHead exportHead() {
        callers.requireEverywhere(VERIFY);
        sealer.sealAll();
        try {
            ChainHead head = heads.export(chain.head());
            noteUse("administration.audit.export-head", "administration.audit-head", Map.of("length", "" + head.length()));
            return head;
        } catch (UncheckedIOException e) {
            throw ProblemException.of(Kind.UNAVAILABLE, "audit.head-not-written",
                    text("audit.head-not-written", e.getMessage()));
        }
    }

    @Override
    public VerificationReport verify() {
        Run run = begin();
        carryOut(run);
        return run.report();
    }

    @Override
    public VerificationReport start() {
        Run run = begin();
        worker.execute(() -> carryOut(run));
        return run.report();
    }

    @Override
    public synchronized Optional<VerificationReport> latest() {
        callers.requireEverywhere(AuditLog.READ);
        return latest.map(Run::report);
    }

    private synchronized Run begin() {
        callers.requireEverywhere(VERIFY);
        if (latest.filter(run -> run.report().state() == State.RUNNING).isPresent()) {
            throw ProblemException.of(Kind.CONFLICT, "audit.running", text("audit.running"));
        }
        noteUse(VERIFY, "administration.audit-verification", Map.of());
        Run run = new Run(clock, sql);
        latest = Optional.of(run);
        return run;
    }

    private void noteUse(String action, String type, Map<String, String> facts) {
        transactions.required(() -> {
            UUID id = ids.next();
            trail.record(Change.created(new RecordRef(type, id.toString()), action, facts));
            return id;
        });
    }

    private void carryOut(Run run) {
        boolean broken = true;
        try {
            sealWhatCanBe();
            Head end = chain.head();
            ChainWalk walk = new ChainWalk(sql, key, heads.kept(), run);
            walk.walk(end);
            walk.compareWithHead(chain.head());
            walk.unchained();
            run.verified(heads.at(end));
            callers.runAs(Caller.system(), () -> verifications.forEach(verification -> verify(verification, run)));
            broken = false;
        } catch (RuntimeException e) {
            LOG.error("The verification of the audit trail broke off: nothing is proven", e);
        } finally {
            run.end(broken);
        }
        VerificationReport report = run.report();
        if (report.state() == State.ALTERED) {
            LOG.error("{} fault(s) found by verification, the first: {}", report.faults(), report.findings().get(0));
        }
    }

    /** What was done to the tables may be in the way of chaining; the walk tells what it is. */
    private void sealWhatCanBe() {
        try {
            sealer.sealAll();
        } catch (RuntimeException e) {
            LOG.warn("The newest changes can't be chained: {}", e.getMessage());
        }
    }

    private static void verify(Verification verification, Run run) {
        try {
            verification.verify(run);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("The verification {} broke off", verification.name(), e);
            run.found(new Finding("", verification.name(), "audit.verification-failed",
                    text("audit.verification-failed", verification.name())));
        }
    }

    @Deactivate
    void close() {
        worker.shutdownNow();
    }
}
