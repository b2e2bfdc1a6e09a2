package org.zaledje.platform.document.internal.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.zaledje.platform.audit.RecordRef;

/**
 * What is known of a file that comes in parts.
 *
 * @param id       of the upload
 * @param company  that it is for
 * @param by       login name of who sends it; nobody else goes on with it
 * @param bytes    how many there will be
 * @param fileName as it will be kept
 * @param title    of the document; may be empty
 * @param record   what it will be attached to
 */
public record PendingUpload(UUID id, UUID company, String by, long bytes, String fileName, String title, RecordRef record) {

    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("company", company.toString());
        properties.setProperty("by", by);
        properties.setProperty("bytes", Long.toString(bytes));
        properties.setProperty("fileName", fileName);
        properties.setProperty("title", title);
        properties.setProperty("recordType", record.type());
        properties.setProperty("recordId", record.id());
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
    }

    static Optional<PendingUpload> read(UUID id, Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return Optional.of(new PendingUpload(id, UUID.fromString(properties.getProperty("company")), properties.getProperty("by"),
                Long.parseLong(properties.getProperty("bytes")), properties.getProperty("fileName"), properties.getProperty("title"),
                new RecordRef(properties.getProperty("recordType"), properties.getProperty("recordId"))));
    }
}
