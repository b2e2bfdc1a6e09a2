package org.zaledje.accounting.internal.invoice;

import javax.persistence.Column;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.zaledje.accounting.internal.books.CompanyKey;

/** The file that a supplier sent, under the key of its invoice. Apart, so that lists don't read it. */
@Entity
@Table(name = "acc_invoice_original")
public class OriginalRow {

    @EmbeddedId
    private CompanyKey key;

    @Lob
    @Column(name = "content", updatable = false)
    private byte[] content;

    protected OriginalRow() {
    }

    OriginalRow(CompanyKey invoice, byte[] content) {
        this.key = invoice;
        this.content = content;
    }

    byte[] content() {
        return content;
    }
}
