package org.zaledje.platform.procedure.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.procedure.Candidate;
import org.zaledje.platform.procedure.Step;
import org.zaledje.platform.procedure.Task;

/** A task. */
@Entity
@Table(name = "prc_task")
public class TaskRow {

    private static final String SEPARATOR = "\n";

    /** What becomes of a task. */
    enum State {
        OPEN, DONE, CANCELLED
    }

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "run_id", updatable = false)
    private UUID run;

    @Column(name = "procedure_id", updatable = false)
    private String procedure;

    @Column(name = "record_type", updatable = false)
    private String recordType;

    @Column(name = "record_id", updatable = false)
    private String recordId;

    @Column(name = "subject", updatable = false)
    private String subject;

    @Column(name = "step", updatable = false)
    private String step;

    @Column(name = "round", updatable = false)
    private int round;

    @Column(name = "title", updatable = false)
    private String title;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", updatable = false)
    private Step.Kind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state;

    @Column(name = "candidates")
    private String candidates;

    @Column(name = "assignee")
    private String assignee;

    @Column(name = "approvals", updatable = false)
    private int approvals;

    @Column(name = "approved_by")
    private String approvedBy;

    @Column(name = "started_by", updatable = false)
    private String startedBy;

    @Column(name = "created_at", updatable = false)
    private Timestamp createdAt;

    @Column(name = "due_at", updatable = false)
    private Timestamp dueAt;

    @Column(name = "escalation", updatable = false)
    private String escalation;

    @Column(name = "escalate_at")
    private Timestamp escalateAt;

    @Column(name = "escalated")
    private boolean escalated;

    @Version
    @Column(name = "version")
    private long version;

    protected TaskRow() {
    }

    TaskRow(UUID id, RunRow run, Step step, List<Candidate> candidates, Instant createdAt, Optional<Instant> dueAt) {
        this.id = id;
        this.run = run.id();
        this.procedure = run.procedure();
        this.recordType = run.record().type();
        this.recordId = run.record().id();
        this.subject = run.subject();
        this.step = step.key();
        this.round = run.round();
        this.title = Json.write(step.title());
        this.kind = step.kind();
        this.state = State.OPEN;
        this.candidates = Candidates.write(candidates);
        this.approvals = step.approvals();
        this.approvedBy = "";
        this.startedBy = run.startedBy();
        this.createdAt = Timestamp.from(createdAt);
        this.dueAt = dueAt.map(Timestamp::from).orElse(null);
        this.escalation = step.escalation().map(Candidate::toString).orElse(null);
        this.escalateAt = escalation == null ? null : this.dueAt;
    }

    void assign(Optional<String> user) {
        assignee = user.orElse(null);
    }

    void approve(String user) {
        approvedBy = approvedBy.isEmpty() ? user : approvedBy + SEPARATOR + user;
        assignee = null;
    }

    void end(State how) {
        state = how;
        escalateAt = null;
    }

    /** Makes it one more candidate's, and anybody's of them again; who it is now, too. */
    List<Candidate> escalate() {
        List<Candidate> more = Stream.concat(Stream.of(Candidates.parse(escalation)), assignee().map(Candidate::user).stream())
                .filter(candidate -> !candidates().contains(candidate)).toList();
        candidates = Candidates.write(Stream.concat(candidates().stream(), more.stream()).toList());
        assignee = null;
        escalateAt = null;
        escalated = true;
        return more;
    }

    UUID id() {
        return id;
    }

    UUID run() {
        return run;
    }

    RecordRef record() {
        return new RecordRef(recordType, recordId);
    }

    String step() {
        return step;
    }

    int round() {
        return round;
    }

    Step.Kind kind() {
        return kind;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether it is open and others may take it once its time is over. */
    boolean isEscalating() {
        return isOpen() && escalateAt != null;
    }

    boolean isDone() {
        return state == State.DONE;
    }

    List<Candidate> candidates() {
        return Candidates.read(candidates);
    }

    Optional<String> assignee() {
        return Optional.ofNullable(assignee);
    }

    List<String> approvedBy() {
        return approvedBy.isEmpty() ? List.of() : Arrays.asList(approvedBy.split(SEPARATOR));
    }

    boolean isApproved() {
        return approvedBy().size() >= approvals;
    }

    Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt).map(Timestamp::toInstant);
    }

    Task task(Types types) {
        return new Task(id, run, procedure, record(), subject, step, Json.wording(title), kind, candidates(), assignee(),
                approvals, approvedBy(), startedBy, createdAt.toInstant(), dueAt(),
                types.find(procedure).flatMap(type -> type.page(recordId)), escalated, version);
    }
}
