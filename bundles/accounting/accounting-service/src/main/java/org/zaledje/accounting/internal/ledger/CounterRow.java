package org.zaledje.accounting.internal.ledger;

import javax.persistence.Column;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;

/** The last number given to an entry. */
@Entity
@Table(name = "acc_entry_counter")
public class CounterRow {

    @EmbeddedId
    private CounterKey key;

    @Column(name = "last_number")
    private int last;

    protected CounterRow() {
    }

    CounterRow(CounterKey key) {
        this.key = key;
    }

    int next() {
        last++;
        return last;
    }
}
