package org.zaledje.accounting.internal.ledger;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Embeddable;

/** Key of a counter: entries are numbered within company, journal and year. */
@Embeddable
public class CounterKey implements Serializable {

    private static final long serialVersionUID = 1L;

    @Column(name = "company_id", updatable = false)
    private UUID companyId;

    @Column(name = "journal", updatable = false)
    private String journal;

    @Column(name = "entry_year", updatable = false)
    private int year;

    protected CounterKey() {
    }

    CounterKey(UUID companyId, String journal, int year) {
        this.companyId = companyId;
        this.journal = journal;
        this.year = year;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CounterKey key && year == key.year
                && companyId.equals(key.companyId) && journal.equals(key.journal);
    }

    @Override
    public int hashCode() {
        return Objects.hash(companyId, journal, year);
    }
}
