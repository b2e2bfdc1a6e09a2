package org.zaledje.platform.procedure.internal;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Embeddable;

/** Key of a version of a procedure. */
@Embeddable
public class ProcedureKey implements Serializable {

    private static final long serialVersionUID = 1L;

    @Column(name = "id", updatable = false)
    private String id;

    @Column(name = "version", updatable = false)
    private long version;

    protected ProcedureKey() {
    }

    ProcedureKey(String id, long version) {
        this.id = id;
        this.version = version;
    }

    String id() {
        return id;
    }

    long version() {
        return version;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProcedureKey key && version == key.version && id.equals(key.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, version);
    }
}
