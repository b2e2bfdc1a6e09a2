package org.zaledje.platform.exchange.internal.store;

import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.zaledje.platform.exchange.ImportMistake;

/** One of the first mistakes in a file. */
@Entity
@Table(name = "exc_import_mistake")
public class MistakeRow {

    private static final int TITLE_LENGTH_MAX = 200;
    private static final int MESSAGE_LENGTH_MAX = 2000;

    @EmbeddedId
    private PartKey key;
    @Column(name = "line", updatable = false)
    private long line;
    @Column(name = "column_title", updatable = false)
    private String column;
    @Column(name = "found", updatable = false)
    private String found;
    @Column(name = "message", updatable = false)
    private String message;

    protected MistakeRow() {
    }

    MistakeRow(UUID importId, int part, ImportMistake mistake) {
        this.key = new PartKey(importId, part);
        this.line = mistake.line();
        this.column = ImportRow.cut(mistake.column(), TITLE_LENGTH_MAX);
        this.found = ImportRow.cut(mistake.found(), TITLE_LENGTH_MAX);
        this.message = ImportRow.cut(mistake.message(), MESSAGE_LENGTH_MAX);
    }

    ImportMistake mistake() {
        return new ImportMistake(line, column, found, message);
    }
}
