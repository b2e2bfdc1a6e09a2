package org.zaledje.platform.exchange.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.zaledje.platform.exchange.FileImport;
import org.zaledje.platform.exchange.ImportMistake;
import org.zaledje.platform.exchange.ImportState;

/** A table that was handed in. */
@Schema(name = "Import")
public record ImportResponse(
        UUID id,
        String format,
        String fileName,
        ImportState state,
        @Schema(description = "rows of the table, without the header") long rows,
        @Schema(description = "records that the rows make") long records,
        @Schema(description = "records that are written so far; they take effect together") long written,
        @Schema(description = "how many mistakes there are") long mistakes,
        @Schema(description = "the first 100 of them") List<Mistake> firstMistakes,
        Instant madeAt,
        String madeBy,
        @Schema(description = "the run of the job that writes it") UUID run,
        @Schema(description = "why it failed") String message) {

    /** A mistake in a table. */
    public record Mistake(long line, String column, String found, String message) {

        static Mistake of(ImportMistake mistake) {
            return new Mistake(mistake.line(), mistake.column(), mistake.found(), mistake.message());
        }
    }

    static ImportResponse of(FileImport made) {
        return new ImportResponse(made.id(), made.format(), made.fileName(), made.state(), made.rows(), made.records(),
                made.written(), made.mistakes(), made.first().stream().map(Mistake::of).toList(), made.madeAt(), made.madeBy(),
                made.run().orElse(null), made.message());
    }
}
