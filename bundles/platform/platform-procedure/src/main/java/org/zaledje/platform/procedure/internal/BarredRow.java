package org.zaledje.platform.procedure.internal;

import java.util.UUID;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;

/** One who may not decide an open task, because others must. */
@Entity
@Table(name = "prc_barred")
public class BarredRow {

    @EmbeddedId
    private BarredKey key;

    protected BarredRow() {
    }

    BarredRow(UUID task, String person) {
        key = new BarredKey(task, person);
    }
}
