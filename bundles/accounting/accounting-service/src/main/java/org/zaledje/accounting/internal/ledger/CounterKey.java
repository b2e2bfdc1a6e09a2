package org.zaledje.accounting.internal.ledger;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Embeddable;

/** Key of a counter: entries are numbered within journal and year. */
@Embeddable
public class CounterKey implements Serializable {

    private static final long serialVersionUID = 1L;

    @Column(name = "journal", updatable = false)
    private String journal;

    @Column(name = "entry_year", updatable = false)
    private int year;

    protected CounterKey() {
    }

    CounterKey(String journal, int year) {
        this.journal = journal;
        this.year = year;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CounterKey key && year == key.year && journal.equals(key.journal);
    }

    @Override
    public int hashCode() {
        return Objects.hash(journal, year);
    }
}
