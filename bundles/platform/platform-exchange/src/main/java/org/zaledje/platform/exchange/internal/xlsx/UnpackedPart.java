package org.zaledje.platform.exchange.internal.xlsx;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** A part while it is unpacked: one that swells too much was made to fill the disk or the memory. */
final class UnpackedPart extends FilterInputStream {

    /** A sheet of a million equal cells swells a hundredfold. */
    private static final long RATIO_MAX = 500;
    private static final long UNSUSPICIOUS_BYTES = 8L * 1024 * 1024;

    private final long packed;
    private final LongConsumer counter;
    private long count;

    UnpackedPart(InputStream in, long packed, LongConsumer counter) {
        super(in);
        this.packed = packed;
        this.counter = counter;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int more) {
        count += more;
        counter.accept(more);
        if (count > UNSUSPICIOUS_BYTES && count / packed > RATIO_MAX) {
            throw Workbook.tooLarge();
        }
    }
}
