package org.zaledje.platform.persistence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.text.Texts;

/**
 * Cursors of one list, filter and order: a fingerprint of these three, then the values by which the last row was ordered.
 * Opaque to callers, and of no use elsewhere.
 */
final class CursorCode {

    private static final Texts TEXTS = Texts.beside(CursorCode.class);
    private static final int VERSION = 1;
    private static final int FINGERPRINT_BYTES = 8;

    private final byte[] fingerprint;
    private final List<SortColumn> order;

    CursorCode(ListSchema schema, ListQuery query, List<SortColumn> order) {
        this.fingerprint = fingerprint(schema.name() + ListSchema.write(query.sortedBy(schema.order(query))));
        this.order = order;
    }

    String write(List<Object> values) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.write(VERSION);
            out.write(fingerprint);
            for (int i = 0; i < order.size(); i++) {
                Object value = values.get(i);
                out.writeBoolean(value != null);
                if (value != null) {
                    byte[] text = order.get(i).column().stored().write(value).getBytes(StandardCharsets.UTF_8);
                    out.writeInt(text.length);
                    out.write(text);
                }
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The values that a cursor holds.
     *
     * @throws ProblemException UNREADABLE when it is none, or another list's
     */
    List<Object> read(String cursor) {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(Base64.getUrlDecoder().decode(cursor)));
            if (in.read() != VERSION || in.available() <= FINGERPRINT_BYTES) {
                throw problem("paging.cursor-invalid");
            }
            if (!Arrays.equals(in.readNBytes(FINGERPRINT_BYTES), fingerprint)) {
                throw problem("paging.cursor-elsewhere");
            }
            List<Object> values = new ArrayList<>();
            for (SortColumn sort : order) {
                values.add(in.readBoolean() ? value(in, sort.column().stored()) : absent(sort));
            }
            if (in.read() >= 0) {
                throw problem("paging.cursor-invalid");
            }
            return values;
        } catch (ProblemException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw problem("paging.cursor-invalid");
        }
    }

    private static Object absent(SortColumn sort) {
        if (!sort.column().optional()) {
            throw problem("paging.cursor-invalid");
        }
        return null;
    }

    private static Object value(DataInputStream in, Stored stored) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw problem("paging.cursor-invalid");
        }
        return stored.read(new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static ProblemException problem(String code) {
        return ProblemException.of(Kind.UNREADABLE, code, TEXTS.text(code)).with("location", "cursor");
    }

    private static byte[] fingerprint(String text) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)),
                    FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
