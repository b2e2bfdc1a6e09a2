package org.zaledje.platform.web.internal.security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;
import org.zaledje.platform.idempotency.KeptAnswer;

/** An answer of which nothing is sent yet. Of a body that is too long it holds one byte more than allowed. */
final class HeldResponse extends HttpServletResponseWrapper {

    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final HeldOutput output;
    private Optional<PrintWriter> writer = Optional.empty();
    private int status = SC_OK;

    HeldResponse(HttpServletResponse response, int bytesMax) {
        super(response);
        output = new HeldOutput(bytesMax);
    }

    KeptAnswer answer() {
        writer.ifPresent(PrintWriter::flush);
        headers.remove("Content-Length");
        headers.remove("Date");
        return new KeptAnswer(status, headers, output.bytes.toByteArray(), false);
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return output;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer.isEmpty()) {
            writer = Optional.of(new PrintWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8)));
        }
        return writer.get();
    }

    @Override
    public void setStatus(int code) {
        status = code;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void sendError(int code) {
        status = code;
    }

    @Override
    public void sendError(int code, String message) {
        status = code;
    }

    @Override
    public void sendRedirect(String location) {
        status = SC_FOUND;
        setHeader("Location", location);
    }

    @Override
    public void setHeader(String name, String value) {
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        headers.merge(name, value, (one, other) -> one + ", " + other);
    }

    @Override
    public void setIntHeader(String name, int value) {
        setHeader(name, String.valueOf(value));
    }

    @Override
    public void addIntHeader(String name, int value) {
        addHeader(name, String.valueOf(value));
    }

    @Override
    public boolean containsHeader(String name) {
        return headers.containsKey(name);
    }

    @Override
    public String getHeader(String name) {
        return headers.get(name);
    }

    @Override
    public Collection<String> getHeaders(String name) {
        return Optional.ofNullable(headers.get(name)).map(List::of).orElse(List.of());
    }

    @Override
    public Collection<String> getHeaderNames() {
        return List.copyOf(headers.keySet());
    }

    @Override
    public void setContentType(String type) {
        setHeader("Content-Type", type);
    }

    @Override
    public String getContentType() {
        return headers.get("Content-Type");
    }

    @Override
    public void setContentLength(int length) {
        // It is known when the body is.
    }

    @Override
    public void setContentLengthLong(long length) {
        // It is known when the body is.
    }

    @Override
    public void flushBuffer() {
        // Nothing is sent yet.
    }

    @Override
    public void resetBuffer() {
        output.bytes.reset();
    }

    @Override
    public void reset() {
        resetBuffer();
        headers.clear();
        status = SC_OK;
    }

    @Override
    public boolean isCommitted() {
        return false;
    }

    private static final class HeldOutput extends ServletOutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final int bytesMax;

        HeldOutput(int bytesMax) {
            this.bytesMax = bytesMax;
        }

        @Override
        public void write(int value) {
            if (bytes.size() <= bytesMax) {
                bytes.write(value);
            }
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            bytes.write(source, offset, Math.min(length, bytesMax + 1 - bytes.size()));
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("An answer that is kept is not written asynchronously");
        }
    }
}
