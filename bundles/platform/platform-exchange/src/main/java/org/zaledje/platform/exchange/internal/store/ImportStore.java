package org.zaledje.platform.exchange.internal.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.exchange.Exchanges;
import org.zaledje.platform.exchange.ImportMistake;
import org.zaledje.platform.exchange.internal.ExchangeTexts;
import org.zaledje.platform.persistence.CompanyData;
import org.zaledje.platform.persistence.CompanyRows;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;

/**
 * The current company's files between handing in and importing. They lie in the database, in pieces, so that whichever
 * node runs the job finds them.
 */
@Component(service = ImportStore.class)
public final class ImportStore {

    private static final int CHUNK_BYTES = 1024 * 1024;

    private final CompanyData data;
    private final AuditTrail audit;

    @Activate
    public ImportStore(@Reference(target = "(osgi.unit.name=exchange)") CompanyData data, @Reference AuditTrail audit) {
        this.data = data;
        this.audit = audit;
    }

    /**
     * Keeps a file.
     *
     * @throws ProblemException TOO_LARGE; nothing is kept then
     */
    public void keep(UUID id, ImportRow row, InputStream file) throws IOException {
        data.in(rows -> {
            rows.add(row);
            return row;
        });
        try {
            int part = 0;
            for (byte[] bytes = file.readNBytes(CHUNK_BYTES); bytes.length > 0; bytes = file.readNBytes(CHUNK_BYTES)) {
                if ((long) part * CHUNK_BYTES + bytes.length > Exchanges.FILE_BYTES_MAX) {
                    throw ExchangeTexts.problem(Kind.TOO_LARGE, "exchange.file-too-large",
                            Exchanges.FILE_BYTES_MAX / (1024 * 1024));
                }
                ChunkRow chunk = new ChunkRow(id, part++, bytes);
                data.in(rows -> {
                    rows.add(chunk);
                    rows.release();
                    return id;
                });
            }
        } catch (IOException | RuntimeException e) {
            remove(id);
            throw e;
        }
    }

    /** Copies a file beside the database, where it can be read from any place. The caller deletes it. */
    public Path copy(UUID id) throws IOException {
        Path copy = Files.createTempFile("zaledje-import", ".tmp");
        try (OutputStream out = Files.newOutputStream(copy)) {
            Optional<byte[]> chunk = chunk(id, 0);
            for (int part = 1; chunk.isPresent(); part++) {
                out.write(chunk.get());
                chunk = chunk(id, part);
            }
            return copy;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private Optional<byte[]> chunk(UUID id, int part) {
        return data.in(rows -> {
            Optional<byte[]> bytes = rows.find(ChunkRow.class, new PartKey(id, part)).map(ChunkRow::content);
            rows.release();
            return bytes;
        });
    }

    /** Says what the check of a file has found. */
    public ImportRow checked(UUID id, long rowsFound, long records, long mistakes, List<ImportMistake> first) {
        return data.in(rows -> {
            ImportRow row = found(rows.lock(ImportRow.class, id));
            row.checked(rowsFound, records, mistakes);
            for (int i = 0; i < first.size(); i++) {
                rows.add(new MistakeRow(id, i, first.get(i)));
            }
            audit.record(Change.created(ref(id), "exchange.import.hand-in", row.fields()));
            return row;
        });
    }

    /**
     * Works with a file's row, which nobody else can change until the transaction ends.
     *
     * @throws ProblemException NOT_FOUND
     */
    public <R> R locked(UUID id, Function<ImportRow, R> work) {
        return data.in(rows -> {
            ImportRow row = found(rows.lock(ImportRow.class, id));
            Map<String, String> before = row.fields();
            R result = work.apply(row);
            if (!row.fields().equals(before)) {
                audit.record(new Change(ref(id), "exchange.import.change", before, row.fields()));
            }
            return result;
        });
    }

    /** @throws ProblemException NOT_FOUND */
    public ImportRow find(UUID id) {
        return data.in(rows -> found(rows.find(ImportRow.class, id)));
    }

    public List<ImportMistake> firstMistakes(UUID id) {
        return data.in(rows -> rows.query("select m from MistakeRow m where m.key.importId = :id order by m.key.part", MistakeRow.class)
                .setParameter("id", id).getResultList().stream().map(MistakeRow::mistake).toList());
    }

    /** Removes a file that was handed in and checked. */
    public void discard(UUID id) {
        data.in(rows -> {
            Map<String, String> before = found(rows.lock(ImportRow.class, id)).fields();
            remove(id);
            audit.record(new Change(ref(id), "exchange.import.discard", before, Map.of()));
            return id;
        });
    }

    /** Takes away what is left of a file that was not handed in whole: nobody was told of it. */
    public void remove(UUID id) {
        data.in(rows -> {
            List.of("ChunkRow r where r.key.importId", "MistakeRow r where r.key.importId", "ImportRow r where r.id").forEach(
                    part -> rows.statement("delete from " + part + " = :id").setParameter("id", id).executeUpdate());
            return id;
        });
    }

    private static RecordRef ref(UUID id) {
        return new RecordRef("exchange.import", id.toString());
    }

    /** Files that were handed in before, oldest first. */
    public List<ImportRow> handedInBefore(Instant moment) {
        return data.in((CompanyRows rows) -> rows.query(
                        "select r from ImportRow r where r.madeAt < :moment order by r.madeAt", ImportRow.class)
                .setParameter("moment", moment.toEpochMilli()).getResultList());
    }

    private static ImportRow found(Optional<ImportRow> row) {
        return row.orElseThrow(() -> ExchangeTexts.problem(Kind.NOT_FOUND, "exchange.import-unknown", Exchanges.KEPT_HOURS));
    }
}
