package org.zaledje.platform.procedure.internal;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Embeddable;

/** Key of one who may not decide a task. */
@Embeddable
public class BarredKey implements Serializable {

    private static final long serialVersionUID = 1L;

    @Column(name = "task_id", updatable = false)
    private UUID task;

    @Column(name = "person", updatable = false)
    private String person;

    protected BarredKey() {
    }

    BarredKey(UUID task, String person) {
        this.task = task;
        this.person = person;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BarredKey key && task.equals(key.task) && person.equals(key.person);
    }

    @Override
    public int hashCode() {
        return Objects.hash(task, person);
    }
}
