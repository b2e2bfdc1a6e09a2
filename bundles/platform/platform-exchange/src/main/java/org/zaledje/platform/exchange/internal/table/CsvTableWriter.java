package org.zaledje.platform.exchange.internal.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.zaledje.platform.exchange.TableStyle;

/**
 * Writes CSV. A text that a spreadsheet would take for a formula gets an apostrophe before it, which {@link CellText}
 * takes away again.
 */
public final class CsvTableWriter implements TableWriter {

    private final Writer text;
    private final CsvWriter csv;
    private final CellText cells;

    public CsvTableWriter(OutputStream out, TableStyle style) throws IOException {
        Charset charset = style.charset().orElse(StandardCharsets.UTF_8);
        cells = new CellText(style.language());
        text = new OutputStreamWriter(out, charset);
        if (charset.equals(StandardCharsets.UTF_8) && cells.isForPeople()) {
            // Without it Excel takes UTF-8 for the encoding of its country.
            text.write('\ufeff');
        }
        csv = CsvWriter.builder().fieldSeparator(style.separator().orElse(cells.hasDecimalComma() ? ';' : ','))
                .lineDelimiter(LineDelimiter.CRLF).build(text);
    }

    @Override
    public void header(List<String> titles) {
        csv.writeRecord(titles.stream().map(CellText::guarded).toList());
    }

    @Override
    public void row(List<Object> values) {
        csv.writeRecord(values.stream().map(cells::write).toList());
    }

    @Override
    public void close() throws IOException {
        csv.flush();
        text.flush();
    }
}
