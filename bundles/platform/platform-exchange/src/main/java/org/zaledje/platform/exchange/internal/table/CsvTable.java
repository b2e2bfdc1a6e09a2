package org.zaledje.platform.exchange.internal.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.zaledje.platform.exchange.TableStyle;
import org.zaledje.platform.exchange.internal.ExchangeTexts;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;

/** A table in CSV (RFC 4180), whatever it is separated and encoded by. */
public final class CsvTable implements Table {

    /** The longest cell that is held; an unclosed quote would else be read to the end of the file. */
    private static final int CELL_CHARS_MAX = 1024 * 1024;
    private static final int SNIFFED_CHARS = 64 * 1024;
    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final Charset charset;

    private CsvTable(CsvReader<CsvRecord> reader, Charset charset) {
        this.reader = reader;
        this.records = reader.iterator();
        this.charset = charset;
    }

    public static CsvTable open(Path file, TableStyle style) throws IOException {
        Charset charset = style.charset().isPresent() ? style.charset().get() : Encodings.of(file);
        char separator = style.separator().isPresent() ? style.separator().get() : separator(file, charset);
        Reader text = text(file, charset);
        skipMark(text, charset);
        return new CsvTable(CsvReader.builder().fieldSeparator(separator).skipEmptyLines(true)
                .ignoreDifferentFieldCount(true).maxBufferSize(CELL_CHARS_MAX).ofCsvRecord(text), charset);
    }

    private static void skipMark(Reader text, Charset charset) throws IOException {
        try {
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
        } catch (CharacterCodingException e) {
            text.close();
            throw notIn(charset);
        }
    }

    private static ProblemException notIn(Charset charset) {
        return ExchangeTexts.problem(Kind.UNREADABLE, "exchange.encoding", charset.name());
    }

    private static Reader text(Path file, Charset charset) throws IOException {
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** What stands most often in the first line, outside of quotes. */
    private static char separator(Path file, Charset charset) throws IOException {
        char[] start = new char[SNIFFED_CHARS];
        int length;
        try (Reader text = text(file, charset)) {
            length = Math.max(0, text.read(start));
        } catch (CharacterCodingException e) {
            return SEPARATORS[0];
        }
        int[] counts = new int[SEPARATORS.length];
        boolean quoted = false;
        for (int i = 0; i < length && (quoted || start[i] != '\n'); i++) {
            quoted ^= start[i] == '"';
            for (int k = 0; k < SEPARATORS.length; k++) {
                counts[k] += !quoted && start[i] == SEPARATORS[k] ? 1 : 0;
            }
        }
        int best = 0;
        for (int k = 1; k < SEPARATORS.length; k++) {
            best = counts[k] > counts[best] ? k : best;
        }
        return SEPARATORS[best];
    }

    @Override
    public Optional<Row> next() {
        try {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                List<Object> cells = new ArrayList<>(record.getFieldCount());
                record.getFields().forEach(text -> cells.add(text.isBlank() ? null : text));
                if (cells.stream().anyMatch(Objects::nonNull)) {
                    return Optional.of(new Row(record.getStartingLineNumber(), cells));
                }
            }
            return Optional.empty();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw notIn(charset);
            }
            throw e;
        } catch (CsvParseException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw notIn(charset);
            }
            throw ExchangeTexts.problem(Kind.UNREADABLE, "exchange.csv-malformed", String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
