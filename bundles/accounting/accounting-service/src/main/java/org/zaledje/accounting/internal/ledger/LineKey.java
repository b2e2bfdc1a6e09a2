package org.zaledje.accounting.internal.ledger;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Embeddable;

/** Key of an entry's line. */
@Embeddable
public class LineKey implements Serializable {

    private static final long serialVersionUID = 1L;

    @Column(name = "entry_id", updatable = false)
    private UUID entryId;

    @Column(name = "line_index", updatable = false)
    private int index;

    protected LineKey() {
    }

    LineKey(UUID entry, int index) {
        this.entryId = entry;
        this.index = index;
    }

    UUID entryId() {
        return entryId;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LineKey key && index == key.index && entryId.equals(key.entryId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(entryId, index);
    }
}
