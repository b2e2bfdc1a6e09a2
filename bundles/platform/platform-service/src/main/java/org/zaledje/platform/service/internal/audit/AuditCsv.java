package org.zaledje.platform.service.internal.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zaledje.platform.audit.AuditRecord;

/** The audit trail as a table (RFC 4180), written row by row. */
final class AuditCsv {

    private AuditCsv() {
    }

    /** @param records hands over one after the other */
    static void write(Consumer<Consumer<AuditRecord>> records, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write("at,by,door,company,action,recordType,recordId,before,after,correlation,id\r\n");
        try {
            records.accept(record -> row(writer, record));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }

    private static void row(Writer writer, AuditRecord record) {
        try {
            writer.write(Stream.of(record.at().toString(), record.by(), record.door(), record.company().toString(),
                            record.action(), record.record().type(), record.record().id(), fields(record.before()),
                            fields(record.after()), record.correlation(), record.id().toString())
                    .map(AuditCsv::cell).collect(Collectors.joining(",", "", "\r\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fields(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** Quoted, and with an apostrophe before what a spreadsheet would take for a formula. */
    private static String cell(String value) {
        String harmless = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
