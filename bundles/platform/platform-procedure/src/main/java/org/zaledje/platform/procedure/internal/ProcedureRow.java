package org.zaledje.platform.procedure.internal;

import java.sql.Timestamp;
import javax.persistence.Column;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.zaledje.platform.procedure.Procedure;

/** A version of a procedure that somebody has made. Never changed. */
@Entity
@Table(name = "prc_procedure")
public class ProcedureRow {

    @EmbeddedId
    private ProcedureKey key;

    @Column(name = "plan", updatable = false)
    private String plan;

    @Column(name = "published_at", updatable = false)
    private Timestamp publishedAt;

    @Column(name = "published_by", updatable = false)
    private String publishedBy;

    protected ProcedureRow() {
    }

    ProcedureRow(Procedure procedure) {
        key = new ProcedureKey(procedure.id(), procedure.version());
        plan = Json.write(procedure.plan());
        publishedAt = Timestamp.from(procedure.publishedAt());
        publishedBy = procedure.publishedBy();
    }

    Procedure procedure() {
        return new Procedure(key.id(), key.version(), Json.plan(plan), publishedAt.toInstant(), publishedBy);
    }
}
