package org.zaledje.platform.web.internal.soap;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/** A request of which the beginning has been read, and is read again. */
final class ReplayedRequest extends HttpServletRequestWrapper {

    private final ServletInputStream whole;

    ReplayedRequest(HttpServletRequest request, byte[] beginning, InputStream rest) {
        super(request);
        whole = new Whole(new SequenceInputStream(new ByteArrayInputStream(beginning), rest));
    }

    @Override
    public ServletInputStream getInputStream() {
        return whole;
    }

    @Override
    public BufferedReader getReader() {
        Charset charset = Optional.ofNullable(getCharacterEncoding()).map(Charset::forName).orElse(StandardCharsets.UTF_8);
        return new BufferedReader(new InputStreamReader(whole, charset));
    }

    private static final class Whole extends ServletInputStream {

        private final InputStream source;
        private boolean finished;

        private Whole(InputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            int value = source.read();
            finished = value < 0;
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = source.read(target, offset, length);
            finished = count < 0;
            return count;
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The body is read in the thread of the request");
        }
    }
}
