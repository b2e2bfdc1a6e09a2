package org.zaledje.accounting.internal.invoice;

import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.zaledje.platform.persistence.CompanyRows;

/** The file that a supplier sent, under the key of its invoice. Apart, so that lists don't read it. */
@Entity
@Table(name = "acc_invoice_original")
public class OriginalRow {

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Lob
    @Column(name = "content", updatable = false)
    private byte[] content;

    protected OriginalRow() {
    }

    OriginalRow(UUID invoice, byte[] content) {
        this.id = invoice;
        this.content = content;
    }

    /** That of an invoice, which has one always. */
    static OriginalRow of(CompanyRows books, UUID invoice) {
        return books.find(OriginalRow.class, invoice)
                .orElseThrow(() -> new IllegalStateException("The original of invoice " + invoice + " is missing"));
    }

    byte[] content() {
        return content;
    }
}
