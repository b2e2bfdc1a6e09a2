package org.zaledje.platform.web.internal.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import javax.servlet.http.HttpServletResponse;
import org.zaledje.platform.idempotency.Idempotency;
import org.zaledje.platform.idempotency.KeptAnswer;

/**
 * A request with an {@code Idempotency-Key}. Its body is digested while it is read, and its answer held back until what
 * it did is on the disk.
 */
final class KeyedRequest extends HttpServletRequestWrapper implements Idempotency.Attempt {

    private static final String HEADER = "Idempotency-Key";
    private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final int BUFFER_BYTES = 16 * 1024;

    private final Door door;
    private final HttpServletResponse response;
    private final MessageDigest digest = sha256();
    private Optional<ServletInputStream> input = Optional.empty();

    private KeyedRequest(Door door, HttpServletRequest request, HttpServletResponse response) {
        super(request);
        this.door = door;
        this.response = response;
        String line = request.getMethod() + "\n" + request.getRequestURI() + "\n"
                + Optional.ofNullable(request.getQueryString()).orElse("") + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
    }

    /** The key of a request that changes something, as the draft of the header writes it: a quoted text. */
    static Optional<String> key(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HEADER))
                .filter(header -> METHODS.contains(request.getMethod().toUpperCase(Locale.ROOT)))
                .map(String::strip)
                .map(key -> key.length() > 2 && key.startsWith("\"") && key.endsWith("\"")
                        ? key.substring(1, key.length() - 1) : key);
    }

    /** Enters the door with the request, or answers as it was answered before. */
    static void answer(Idempotency idempotency, String key, Door door, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        KeptAnswer answer = idempotency.once(key, new KeyedRequest(door, request, response));
        if (answer.replayed()) {
            response.setHeader("Idempotency-Replayed", "true");
        }
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        if (answer.body().length > 0) {
            response.setContentLength(answer.body().length);
            response.getOutputStream().write(answer.body());
        }
        response.flushBuffer();
    }

    @Override
    public KeptAnswer run() {
        HeldResponse held = new HeldResponse(response, Idempotency.BODY_BYTES_MAX);
        try {
            door.enter(this, held);
        } catch (RuntimeException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return held.answer();
    }

    @Override
    public String fingerprint() {
        try {
            InputStream rest = getInputStream();
            byte[] buffer = new byte[BUFFER_BYTES];
            while (rest.read(buffer) >= 0) {
                // Reading is digesting.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (input.isEmpty()) {
            DigestedInput.Range leftOut = Optional.ofNullable((DigestedInput.Range) getAttribute(DigestedInput.LEFT_OUT))
                    .orElse(DigestedInput.Range.NOTHING);
            input = Optional.of(new DigestedInput(super.getInputStream(), digest, leftOut));
        }
        return input.get();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
