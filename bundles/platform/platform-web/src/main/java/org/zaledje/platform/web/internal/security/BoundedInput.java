package org.zaledje.platform.web.internal.security;

import java.io.IOException;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;

/**
 * A body of at most so many bytes. The read that goes beyond fails; those after it find the end, because CXF reads what
 * is left of a request before it sends the answer.
 */
final class BoundedInput extends ServletInputStream {

    private final ServletInputStream source;
    private final long bytesMax;
    private long bytesRead;

    BoundedInput(ServletInputStream source, long bytesMax) {
        this.source = source;
        this.bytesMax = bytesMax;
    }

    @Override
    public int read() throws IOException {
        if (bytesRead > bytesMax) {
            return -1;
        }
        int value = source.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (bytesRead > bytesMax) {
            return -1;
        }
        int read = source.read(target, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int more) {
        bytesRead += more;
        if (bytesRead > bytesMax) {
            throw BoundedRequest.tooLarge(bytesMax);
        }
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
