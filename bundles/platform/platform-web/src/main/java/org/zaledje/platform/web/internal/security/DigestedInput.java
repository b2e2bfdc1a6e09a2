package org.zaledje.platform.web.internal.security;

import java.io.IOException;
import java.security.MessageDigest;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;

/** A body of which a digest is made while it is read. */
final class DigestedInput extends ServletInputStream {

    private final ServletInputStream source;
    private final MessageDigest digest;

    DigestedInput(ServletInputStream source, MessageDigest digest) {
        this.source = source;
        this.digest = digest;
    }

    @Override
    public int read() throws IOException {
        int value = source.read();
        if (value >= 0) {
            digest.update((byte) value);
        }
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = source.read(target, offset, length);
        if (count > 0) {
            digest.update(target, offset, count);
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
