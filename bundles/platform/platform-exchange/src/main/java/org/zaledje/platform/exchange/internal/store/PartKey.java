package org.zaledje.platform.exchange.internal.store;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Embeddable;

/** Key of a part of an import. */
@Embeddable
public class PartKey implements Serializable {

    private static final long serialVersionUID = 1L;

    @Column(name = "import_id", updatable = false)
    private UUID importId;
    @Column(name = "part", updatable = false)
    private int part;

    protected PartKey() {
    }

    PartKey(UUID importId, int part) {
        this.importId = importId;
        this.part = part;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartKey key && part == key.part && importId.equals(key.importId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(importId, part);
    }
}
