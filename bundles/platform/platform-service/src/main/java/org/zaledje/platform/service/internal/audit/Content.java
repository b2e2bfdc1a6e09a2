package org.zaledje.platform.service.internal.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.zaledje.platform.audit.AuditRecord;
import org.zaledje.platform.audit.RecordRef;

/** All fields of an audit row but its MAC, as stored. */
record Content(UUID company, UUID id, Instant at, String actor, String door, String correlation, String type,
        String recordId, String action, String before, String after, String digest) {

    private static final int FORMAT = 1;

    /** The canonical encoding: each field with its length, in this order. Changing it needs another {@link #FORMAT}. */
    byte[] encoded() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            for (UUID uuid : List.of(company, id)) {
                out.writeLong(uuid.getMostSignificantBits());
                out.writeLong(uuid.getLeastSignificantBits());
            }
            out.writeLong(at.toEpochMilli());
            for (String text : List.of(actor, door, correlation, type, recordId, action, before, after, digest)) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    AuditRecord record() {
        return new AuditRecord(id, company, at, actor, door, correlation, new RecordRef(type, recordId), action,
                FieldText.read(before), FieldText.read(after));
    }
}
