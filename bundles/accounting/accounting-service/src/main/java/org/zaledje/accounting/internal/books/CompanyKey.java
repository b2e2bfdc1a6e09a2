package org.zaledje.accounting.internal.books;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Embeddable;

/** Key of a row that has an id of its own. */
@Embeddable
public class CompanyKey implements Serializable {

    private static final long serialVersionUID = 1L;

    @Column(name = "company_id", updatable = false)
    private UUID companyId;

    @Column(name = "id", updatable = false)
    private UUID id;

    protected CompanyKey() {
    }

    public CompanyKey(UUID companyId, UUID id) {
        this.companyId = companyId;
        this.id = id;
    }

    public UUID companyId() {
        return companyId;
    }

    public UUID id() {
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CompanyKey key && companyId.equals(key.companyId) && id.equals(key.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(companyId, id);
    }
}
