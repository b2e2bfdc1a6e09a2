package org.zaledje.samples.notes.internal;

import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;

/** A row of the table of notes. Its company is not mapped: the platform sets it, and compares with it. */
@Entity
@Table(name = "note_note")
public class NoteRow {

    @Id
    @Column(name = "id")
    private UUID id;
    @Column(name = "title")
    private String title;
    @Column(name = "body")
    private String body;
    @Column(name = "unit_id")
    private UUID unit;
    @Column(name = "written_at")
    private Timestamp writtenAt;
    @Column(name = "written_by")
    private String writtenBy;

    @Version
    @Column(name = "version")
    private long version;

    protected NoteRow() {
    }

    NoteRow(Note note) {
        this.id = note.id();
        this.title = note.title();
        this.body = note.text();
        this.unit = note.unit().orElse(null);
        this.writtenAt = Timestamp.from(note.writtenAt());
        this.writtenBy = note.writtenBy();
    }

    void change(String newTitle, String newText, Optional<UUID> newUnit) {
        title = newTitle;
        body = newText;
        unit = newUnit.orElse(null);
    }

    Optional<UUID> unit() {
        return Optional.ofNullable(unit);
    }

    Note toNote() {
        return new Note(id, title, body, unit(), writtenAt.toInstant(), writtenBy, version);
    }
}
