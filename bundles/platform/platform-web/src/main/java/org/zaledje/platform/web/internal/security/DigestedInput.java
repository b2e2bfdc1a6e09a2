package org.zaledje.platform.web.internal.security;

import java.io.IOException;
import java.security.MessageDigest;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;

/** A body of which a digest is made while it is read. */
public final class DigestedInput extends ServletInputStream {

    /** Attribute of a request with the {@link Range} of its body that does not count. */
    public static final String LEFT_OUT = DigestedInput.class.getName();

    /** Some bytes of a body: from the first, and to before the last. */
    public record Range(long from, long to) {

        static final Range NOTHING = new Range(0, 0);
    }

    private final ServletInputStream source;
    private final MessageDigest digest;
    private final Range leftOut;
    private long position;

    DigestedInput(ServletInputStream source, MessageDigest digest, Range leftOut) {
        this.source = source;
        this.digest = digest;
        this.leftOut = leftOut;
    }

    private void count(byte[] bytes, int offset, int count) {
        int before = (int) Math.max(0, Math.min(count, leftOut.from() - position));
        int after = (int) Math.max(before, Math.min(count, leftOut.to() - position));
        digest.update(bytes, offset, before);
        digest.update(bytes, offset + after, count - after);
        position += count;
    }

    @Override
    public int read() throws IOException {
        int value = source.read();
        if (value >= 0) {
            count(new byte[] {(byte) value}, 0, 1);
        }
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = source.read(target, offset, length);
        if (count > 0) {
            count(target, offset, count);
        }
        return count;
    }

    @Override
    public boolean isFinished() {
        return source.isFinished();
    }

    @Override
    public boolean isReady() {
        return source.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        source.setReadListener(listener);
    }
}
