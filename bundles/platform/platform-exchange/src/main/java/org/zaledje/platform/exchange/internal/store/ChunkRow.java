package org.zaledje.platform.exchange.internal.store;

import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Lob;
import javax.persistence.Table;

/** A piece of a file that was handed in. */
@Entity
@Table(name = "exc_import_chunk")
public class ChunkRow {

    @EmbeddedId
    private PartKey key;
    @Lob
    @Column(name = "content", updatable = false)
    private byte[] content;

    protected ChunkRow() {
    }

    ChunkRow(UUID importId, int part, byte[] content) {
        this.key = new PartKey(importId, part);
        this.content = content;
    }

    byte[] content() {
        return content;
    }
}
