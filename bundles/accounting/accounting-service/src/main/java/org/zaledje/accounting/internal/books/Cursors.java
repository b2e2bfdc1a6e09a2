package org.zaledje.accounting.internal.books;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.zaledje.accounting.internal.AccountingTexts;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;

/** Cursors of lists in descending order of id: the last id of the page before, opaque to callers. */
public final class Cursors {

    /** What every id comes before in descending order. */
    private static final UUID BEYOND_ALL = new UUID(-1L, -1L);

    private Cursors() {
    }

    public static String after(UUID id) {
        byte[] bytes = ByteBuffer.allocate(16).putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits()).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The id below which the page begins. */
    public static UUID before(PageRequest request) {
        return request.cursor().map(Cursors::decode).orElse(BEYOND_ALL);
    }

    private static UUID decode(String cursor) {
        return bytes(cursor)
                .filter(bytes -> bytes.length == 16)
                .map(ByteBuffer::wrap)
                .map(buffer -> new UUID(buffer.getLong(), buffer.getLong()))
                .orElseThrow(() -> ProblemException.of(Kind.UNREADABLE, "paging.cursor-invalid",
                        AccountingTexts.text("paging.cursor-invalid")));
    }

    private static Optional<byte[]> bytes(String cursor) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(cursor));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
