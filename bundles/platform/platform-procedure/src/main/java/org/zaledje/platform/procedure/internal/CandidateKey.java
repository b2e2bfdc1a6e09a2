package org.zaledje.platform.procedure.internal;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Embeddable;

/** Key of a candidate of a task. */
@Embeddable
public class CandidateKey implements Serializable {

    private static final long serialVersionUID = 1L;

    @Column(name = "candidate", updatable = false)
    private String candidate;

    @Column(name = "task_id", updatable = false)
    private UUID task;

    protected CandidateKey() {
    }

    CandidateKey(String candidate, UUID task) {
        this.candidate = candidate;
        this.task = task;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CandidateKey key && candidate.equals(key.candidate) && task.equals(key.task);
    }

    @Override
    public int hashCode() {
        return Objects.hash(candidate, task);
    }
}
