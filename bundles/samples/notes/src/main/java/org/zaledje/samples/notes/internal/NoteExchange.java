package org.zaledje.samples.notes.internal;

import static org.zaledje.samples.notes.internal.NotesFunction.TEXTS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.exchange.ExchangeColumn;
import org.zaledje.platform.exchange.ExchangeFormat;
import org.zaledje.platform.exchange.ExchangeRow;
import org.zaledje.platform.exchange.ImportRun;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.text.LocalizedText;

/** Notes as a table, one a row. Who wrote a note, and when, is only exported: an imported one is written now. */
@Component(service = ExchangeFormat.class)
public final class NoteExchange implements ExchangeFormat<Note> {

    private static final List<ExchangeColumn> COLUMNS = List.of(
            ExchangeColumn.of("title", TEXTS.text("title"), FieldType.TEXT, "Call the bank").always(),
            ExchangeColumn.of("text", TEXTS.text("text"), FieldType.TEXT, "About the new card."),
            ExchangeColumn.of("unit", TEXTS.text("unit"), FieldType.ID, UUID.fromString("01900000-0000-7000-8000-000000000000")),
            ExchangeColumn.of("writtenAt", TEXTS.text("written"), FieldType.MOMENT, Instant.parse("2026-01-31T10:15:30Z")),
            ExchangeColumn.of("writtenBy", TEXTS.text("written.by"), FieldType.TEXT, "ana"));

    private final Notes notes;

    @Activate
    public NoteExchange(@Reference Notes notes) {
        this.notes = notes;
    }

    @Override
    public String id() {
        return Notes.NOTES.name();
    }

    @Override
    public LocalizedText title() {
        return TEXTS.text("notes");
    }

    @Override
    public List<ExchangeColumn> columns() {
        return COLUMNS;
    }

    @Override
    public ListSchema list() {
        return Notes.NOTES;
    }

    @Override
    public String exportPermission() {
        return NotesFunction.READ;
    }

    @Override
    public Page<Note> page(ListQuery query) {
        return notes.list(query);
    }

    @Override
    public List<ExchangeRow> rows(Note note) {
        return List.of(ExchangeRow.empty().with("title", note.title()).with("text", note.text().isEmpty() ? null : note.text())
                .with("unit", note.unit().orElse(null))
                .with("writtenAt", note.writtenAt()).with("writtenBy", note.writtenBy()));
    }

    @Override
    public Optional<String> importPermission() {
        return Optional.of(NotesFunction.WRITE);
    }

    @Override
    public ImportRun begin() {
        return new ImportRun() {
            @Override
            public void check(List<ExchangeRow> record, Findings findings) {
                ExchangeRow row = record.get(0);
                notes.violations(row.text("title"), row.text("text"), unit(row)).forEach(violation ->
                        findings.found(row, violation.location().substring(1), violation.message()));
            }

            @Override
            public void write(List<ExchangeRow> record) {
                ExchangeRow row = record.get(0);
                notes.write(row.text("title"), row.text("text"), unit(row));
            }
        };
    }

    private static Optional<UUID> unit(ExchangeRow row) {
        return row.value("unit").map(UUID.class::cast);
    }
}
