package org.zaledje.platform.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that was handed in.
 *
 * @param id       its id
 * @param format   id of the format
 * @param fileName its name; may be empty
 * @param state    how far it has come
 * @param rows     rows of the table, without the header
 * @param records  records that they make
 * @param written  how many of the records are written; takes effect when all are
 * @param mistakes how many mistakes were found
 * @param first    the first of them, at most {@value #MISTAKES_MAX}
 * @param header   titles of the columns that the file has; only just after it was checked
 * @param preview  the first rows, at most {@value #PREVIEW_ROWS}; only just after it was checked
 * @param madeAt   when it was handed in
 * @param madeBy   login name of who did
 * @param run      the run of the job that writes it, when it is large
 * @param message  why it failed; else empty
 */
public record FileImport(UUID id, String format, String fileName, ImportState state, long rows, long records,
        long written, long mistakes,
        List<ImportMistake> first, List<String> header, List<List<String>> preview, Instant madeAt, String madeBy,
        Optional<UUID> run, String message) {

    /** Most mistakes that are told at once; the file of mistakes has all. */
    public static final int MISTAKES_MAX = 100;

    /** Most rows of the preview. */
    public static final int PREVIEW_ROWS = 20;
}
