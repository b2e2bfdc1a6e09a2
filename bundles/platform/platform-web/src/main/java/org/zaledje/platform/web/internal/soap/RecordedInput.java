package org.zaledje.platform.web.internal.soap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Keeps what is read of a body, so that it can be read again; ends when that is more than a header may take. */
final class RecordedInput extends InputStream {

    static final int HEADER_BYTES_MAX = 64 * 1024;

    private final InputStream source;
    private final ByteArrayOutputStream recorded = new ByteArrayOutputStream();

    RecordedInput(InputStream source) {
        this.source = source;
    }

    byte[] recorded() {
        return recorded.toByteArray();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int room = HEADER_BYTES_MAX - recorded.size();
        if (room <= 0) {
            throw new IOException("the header is longer than " + HEADER_BYTES_MAX + " bytes");
        }
        int count = source.read(target, offset, Math.min(length, room));
        if (count > 0) {
            recorded.write(target, offset, count);
        }
        return count;
    }
}
