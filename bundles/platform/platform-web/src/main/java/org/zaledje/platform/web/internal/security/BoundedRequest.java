package org.zaledje.platform.web.internal.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.web.internal.problem.Problem;

/** A request whose body ends with a problem once it is longer than allowed. */
final class BoundedRequest extends HttpServletRequestWrapper {

    /** How much of a refused body is still read, so that its sender gets the answer and not a broken connection. */
    private static final long DRAINED_BYTES_MAX = 128L * 1024 * 1024;
    private static final int BUFFER_BYTES = 16 * 1024;

    private final long bytesMax;
    private Optional<BoundedInput> input = Optional.empty();

    BoundedRequest(HttpServletRequest request, long bytesMax) {
        super(request);
        this.bytesMax = bytesMax;
    }

    /** Refuses a body that says itself that it is too large. */
    void refuseIfTooLarge() {
        if (getContentLengthLong() > bytesMax) {
            throw tooLarge(bytesMax);
        }
    }

    static ProblemException tooLarge(long bytesMax) {
        return Problem.exception(Kind.TOO_LARGE, "body.too-large", bytesMax);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (input.isEmpty()) {
            input = Optional.of(new BoundedInput(super.getInputStream(), bytesMax));
        }
        return input.get();
    }

    @Override
    public BufferedReader getReader() throws IOException {
        Charset charset = Optional.ofNullable(getCharacterEncoding()).map(Charset::forName)
                .orElse(StandardCharsets.UTF_8);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    /** Reads on past what was not wanted. */
    void drain() {
        if (input.isEmpty() && getHeader("Expect") != null) {
            // The sender waits to be told to go on, and now will not be.
            return;
        }
        try {
            InputStream rest = super.getInputStream();
            byte[] buffer = new byte[BUFFER_BYTES];
            long left = DRAINED_BYTES_MAX;
            int count = rest.read(buffer);
            while (count >= 0 && left > 0) {
                left -= count;
                count = rest.read(buffer);
            }
        } catch (IOException | IllegalStateException e) {
            // The sender has gone; there is nobody left to be kind to.
        }
    }
}
