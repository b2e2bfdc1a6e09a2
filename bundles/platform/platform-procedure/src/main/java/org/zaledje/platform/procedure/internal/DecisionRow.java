package org.zaledje.platform.procedure.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.zaledje.platform.procedure.Decision;
import org.zaledje.platform.procedure.DecisionRecord;

/** A decision. Never changed. */
@Entity
@Table(name = "prc_decision")
public class DecisionRow {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "run_id", updatable = false)
    private UUID run;

    @Column(name = "task_id", updatable = false)
    private UUID task;

    @Column(name = "step", updatable = false)
    private String step;

    @Column(name = "round", updatable = false)
    private int round;

    @Enumerated(EnumType.STRING)
    @Column(name = "decision", updatable = false)
    private Decision decision;

    @Column(name = "decided_by", updatable = false)
    private String by;

    @Column(name = "in_place_of", updatable = false)
    private String inPlaceOf;

    @Column(name = "remark", updatable = false)
    private String comment;

    @Column(name = "decided_at", updatable = false)
    private Timestamp at;

    protected DecisionRow() {
    }

    DecisionRow(UUID id, TaskRow task, Decision decision, Actor actor, String comment, Instant at) {
        this.id = id;
        this.run = task.run();
        this.task = task.id();
        this.step = task.step();
        this.round = task.round();
        this.decision = decision;
        this.by = actor.user();
        this.inPlaceOf = actor.inPlaceOf().orElse(null);
        this.comment = comment;
        this.at = Timestamp.from(at);
    }

    int round() {
        return round;
    }

    DecisionRecord decision() {
        return new DecisionRecord(step, decision, by, Optional.ofNullable(inPlaceOf), comment, at.toInstant(), round);
    }
}
