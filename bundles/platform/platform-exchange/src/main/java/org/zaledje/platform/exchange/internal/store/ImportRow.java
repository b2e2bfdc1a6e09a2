package org.zaledje.platform.exchange.internal.store;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.zaledje.platform.exchange.FileImport;
import org.zaledje.platform.exchange.FileKind;
import org.zaledje.platform.exchange.ImportMistake;
import org.zaledje.platform.exchange.ImportState;
import org.zaledje.platform.exchange.TableStyle;

/** A file that was handed in, and how far its import has come. */
@Entity
@Table(name = "exc_import")
public class ImportRow {

    private static final int NAME_LENGTH_MAX = 255;
    private static final int MESSAGE_LENGTH_MAX = 2000;

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;
    @Column(name = "format", updatable = false)
    private String format;
    @Column(name = "file_name", updatable = false)
    private String fileName;
    @Column(name = "file_kind", updatable = false)
    private String kind;
    @Column(name = "file_language", updatable = false)
    private String language;
    @Column(name = "file_separator", updatable = false)
    private String separator;
    @Column(name = "file_charset", updatable = false)
    private String charset;
    @Column(name = "state")
    private String state;
    @Column(name = "row_count")
    private long rows;
    @Column(name = "record_count")
    private long records;
    @Column(name = "mistake_count")
    private long mistakes;
    @Column(name = "made_at_ms", updatable = false)
    private long madeAt;
    @Column(name = "made_by", updatable = false)
    private String madeBy;
    @Column(name = "run_id")
    private UUID run;
    @Column(name = "message")
    private String message = "";

    protected ImportRow() {
    }

    public ImportRow(UUID id, String format, String fileName, FileKind kind, TableStyle style, Instant madeAt, String madeBy) {
        this.id = id;
        this.format = format;
        this.fileName = cut(fileName.replaceAll("\\p{Cntrl}", " "), NAME_LENGTH_MAX);
        this.kind = kind.name();
        this.language = style.language().toLanguageTag();
        this.separator = style.separator().map(String::valueOf).orElse(null);
        this.charset = style.charset().map(Charset::name).orElse(null);
        this.state = ImportState.REFUSED.name();
        this.madeAt = madeAt.toEpochMilli();
        this.madeBy = madeBy;
    }

    static String cut(String text, int lengthMax) {
        return text.length() <= lengthMax ? text : text.substring(0, lengthMax - 1) + "…";
    }

    public UUID id() {
        return id;
    }

    public String format() {
        return format;
    }

    public FileKind kind() {
        return FileKind.valueOf(kind);
    }

    public TableStyle style() {
        return new TableStyle(Locale.forLanguageTag(language), Optional.ofNullable(separator).map(text -> text.charAt(0)),
                Optional.ofNullable(charset).map(Charset::forName));
    }

    public ImportState state() {
        return ImportState.valueOf(state);
    }

    public long records() {
        return records;
    }

    public void checked(long rowsFound, long recordsFound, long mistakesFound) {
        rows = rowsFound;
        records = recordsFound;
        mistakes = mistakesFound;
        state = (mistakes == 0 && records > 0 ? ImportState.READY : ImportState.REFUSED).name();
    }

    public void running(UUID run) {
        this.run = run;
        state = ImportState.RUNNING.name();
    }

    /** The run has been cancelled: nothing of it was written. */
    public void ready() {
        run = null;
        state = ImportState.READY.name();
    }

    /** The run of the job that writes it. */
    public Optional<UUID> run() {
        return Optional.ofNullable(run);
    }

    public void done() {
        state = ImportState.DONE.name();
    }

    public void failed(String why) {
        state = ImportState.FAILED.name();
        message = cut(why, MESSAGE_LENGTH_MAX);
    }

    /** What the audit trail tells of it. */
    Map<String, String> fields() {
        return Map.of("format", format, "file", fileName, "state", state, "records", Long.toString(records),
                "mistakes", Long.toString(mistakes), "message", message);
    }

    public FileImport told(long written, List<ImportMistake> first, List<String> header, List<List<String>> preview) {
        return new FileImport(id, format, fileName, state(), rows, records, written, mistakes, first, header, preview,
                Instant.ofEpochMilli(madeAt), madeBy, Optional.ofNullable(run), message);
    }
}
