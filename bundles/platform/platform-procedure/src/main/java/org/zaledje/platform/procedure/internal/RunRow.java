package org.zaledje.platform.procedure.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.procedure.Procedure;
import org.zaledje.platform.procedure.ProcedurePlan;
import org.zaledje.platform.procedure.ProcedureRun;

/** A record on its way. */
@Entity
@Table(name = "prc_run")
public class RunRow {

    private static final String SEPARATOR = "\n";

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "procedure_id", updatable = false)
    private String procedure;

    @Column(name = "procedure_version", updatable = false)
    private long version;

    @Column(name = "plan", updatable = false)
    private String plan;

    @Column(name = "record_type", updatable = false)
    private String recordType;

    @Column(name = "record_id", updatable = false)
    private String recordId;

    @Column(name = "subject")
    private String subject;

    @Column(name = "facts")
    private String facts;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private ProcedureRun.State state;

    @Column(name = "open_mark")
    private String openMark;

    @Column(name = "round")
    private int round;

    @Column(name = "started_by", updatable = false)
    private String startedBy;

    @Column(name = "makers", updatable = false)
    private String makers;

    @Column(name = "started_at", updatable = false)
    private Timestamp startedAt;

    @Column(name = "ended_at")
    private Timestamp endedAt;

    protected RunRow() {
    }

    RunRow(UUID id, Procedure procedure, RecordRef record, String startedBy, Set<String> makers, Instant startedAt) {
        this.id = id;
        this.procedure = procedure.id();
        this.version = procedure.version();
        this.plan = Json.write(procedure.plan());
        this.recordType = record.type();
        this.recordId = record.id();
        this.openMark = record.id();
        this.state = ProcedureRun.State.RUNNING;
        this.startedBy = startedBy;
        this.makers = String.join(SEPARATOR, makers);
        this.startedAt = Timestamp.from(startedAt);
    }

    void tell(String newSubject, Map<String, TypedFact> newFacts) {
        subject = newSubject;
        facts = Json.write(newFacts);
    }

    void giveBack() {
        state = ProcedureRun.State.RETURNED;
    }

    void goOnAgain() {
        state = ProcedureRun.State.RUNNING;
        round++;
    }

    void end(ProcedureRun.State how, Instant at) {
        state = how;
        openMark = null;
        endedAt = Timestamp.from(at);
    }

    UUID id() {
        return id;
    }

    String procedure() {
        return procedure;
    }

    long version() {
        return version;
    }

    ProcedurePlan plan() {
        return Json.plan(plan);
    }

    Course course() {
        return new Course(plan(), facts());
    }

    Map<String, TypedFact> facts() {
        return Json.facts(facts);
    }

    RecordRef record() {
        return new RecordRef(recordType, recordId);
    }

    String subject() {
        return subject;
    }

    ProcedureRun.State state() {
        return state;
    }

    int round() {
        return round;
    }

    String startedBy() {
        return startedBy;
    }

    /** Who must not do what others must: who has started it and who has made the record. */
    Set<String> makers() {
        return Stream.concat(Stream.of(startedBy), Stream.of(makers.split(SEPARATOR))).filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    Instant startedAt() {
        return startedAt.toInstant();
    }

    Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt).map(Timestamp::toInstant);
    }
}
