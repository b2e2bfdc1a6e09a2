package org.zaledje.samples.notes.internal;

import java.io.Serializable;
import java.sql.Timestamp;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import javax.persistence.Version;

/** A row of the table of notes. Ids are kept as text, which sorts as they were made on every database. */
@Entity
@Table(name = "note_note")
@IdClass(NoteRow.Key.class)
public class NoteRow {

    @Id
    @Column(name = "company_id")
    private String companyId;
    @Id
    @Column(name = "id")
    private String id;
    @Column(name = "title")
    private String title;
    @Column(name = "body")
    private String body;
    @Column(name = "written_at")
    private Timestamp writtenAt;
    @Column(name = "written_by")
    private String writtenBy;

    @Version
    @Column(name = "version")
    private long version;

    protected NoteRow() {
    }

    NoteRow(UUID companyId, Note note) {
        this.companyId = companyId.toString();
        this.id = note.id().toString();
        this.title = note.title();
        this.body = note.text();
        this.writtenAt = Timestamp.from(note.writtenAt());
        this.writtenBy = note.writtenBy();
    }

    void change(String newTitle, String newText) {
        title = newTitle;
        body = newText;
    }

    Note toNote() {
        return new Note(UUID.fromString(id), title, body, writtenAt.toInstant(), writtenBy, version);
    }

    /** Primary key; JPA wants it mutable and comparable. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String companyId;
        private String id;

        public Key() {
        }

        Key(UUID companyId, UUID id) {
            this.companyId = companyId.toString();
            this.id = id.toString();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && companyId.equals(key.companyId) && id.equals(key.id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }
}
