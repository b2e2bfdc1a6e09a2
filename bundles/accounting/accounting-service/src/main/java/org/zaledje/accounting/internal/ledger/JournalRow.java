package org.zaledje.accounting.internal.ledger;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A journal. Who numbers an entry holds its lock. */
@Entity
@Table(name = "acc_journal")
public class JournalRow {

    @Id
    @Column(name = "code", updatable = false)
    private String code;

    protected JournalRow() {
    }

    public JournalRow(String code) {
        this.code = code;
    }
}
