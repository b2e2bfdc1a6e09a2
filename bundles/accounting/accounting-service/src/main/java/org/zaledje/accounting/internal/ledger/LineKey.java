package org.zaledje.accounting.internal.ledger;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import org.zaledje.accounting.internal.books.CompanyKey;

/** Key of an entry's line. */
@Embeddable
public class LineKey implements Serializable {

    private static final long serialVersionUID = 1L;

    @Column(name = "company_id", updatable = false)
    private UUID companyId;

    @Column(name = "entry_id", updatable = false)
    private UUID entryId;

    @Column(name = "line_index", updatable = false)
    private int index;

    protected LineKey() {
    }

    LineKey(CompanyKey entry, int index) {
        this.companyId = entry.companyId();
        this.entryId = entry.id();
        this.index = index;
    }

    UUID entryId() {
        return entryId;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LineKey key && index == key.index
                && companyId.equals(key.companyId) && entryId.equals(key.entryId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(companyId, entryId, index);
    }
}
