package org.zaledje.accounting.internal.ledger;

import java.util.UUID;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;

/** A journal. Who numbers an entry holds its lock. */
@Entity
@Table(name = "acc_journal")
public class JournalRow {

    @EmbeddedId
    private JournalKey key;

    protected JournalRow() {
    }

    public JournalRow(UUID companyId, String code) {
        this.key = new JournalKey(companyId, code);
    }
}
