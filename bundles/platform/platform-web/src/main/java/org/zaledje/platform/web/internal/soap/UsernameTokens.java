package org.zaledje.platform.web.internal.soap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.web.internal.problem.Problem;
import org.zaledje.platform.web.internal.security.BodyLogin;
import org.zaledje.platform.web.internal.security.DigestedInput;

/**
 * Logins by WS-Security, for as long as they are fresh and, when they have a nonce, once. Counted for this node.
 * Thread-safe.
 */
final class UsernameTokens {

    /** Attribute of a request whose caller is known by its security header. */
    static final String LOGGED_IN = UsernameTokens.class.getName();

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);
    private static final int NONCES_MAX = 200_000;

    private final Clock clock;
    // Guarded by itself; the oldest first.
    private final Map<String, Instant> used = new LinkedHashMap<>();

    UsernameTokens(Clock clock) {
        this.clock = clock;
    }

    /** The login of a message; empty when it has none. */
    Optional<BodyLogin> of(HttpServletRequest request) throws IOException {
        String type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
        if (!request.getMethod().equals("POST") || !type.startsWith("text/xml") && !type.startsWith("application/soap+xml")) {
            return Optional.empty();
        }
        InputStream body = request.getInputStream();
        RecordedInput input = new RecordedInput(body);
        Optional<SecurityHeader> header = SecurityHeader.read(input, request.getCharacterEncoding());
        header.ifPresent(this::mustBeFresh);
        return header.map(found -> new Login(found, replayed(request, input, body, found)));
    }

    private static HttpServletRequest replayed(
            HttpServletRequest request, RecordedInput input, InputStream rest, SecurityHeader header) {
        byte[] beginning = input.recorded();
        HttpServletRequest replayed = new ReplayedRequest(request, beginning, rest);
        replayed.setAttribute(LOGGED_IN, header.name());
        // Sent again, a message has another time in its header, and is the same message.
        String text = new String(beginning, StandardCharsets.ISO_8859_1);
        int from = text.indexOf("<" + header.element());
        int to = text.indexOf("</" + header.element(), from);
        if (from >= 0 && to > from) {
            replayed.setAttribute(DigestedInput.LEFT_OUT, new DigestedInput.Range(from, to));
        }
        return replayed;
    }

    private void mustBeFresh(SecurityHeader header) {
        Instant now = clock.instant();
        Stream.of(header.created(), header.begins()).flatMap(Optional::stream).forEach(made -> {
            if (made.isAfter(now.plus(CLOCK_SKEW)) || now.isAfter(made.plus(GOOD_FOR).plus(CLOCK_SKEW))) {
                throw expired();
            }
        });
        boolean over = header.ends().filter(end -> now.isAfter(end.plus(CLOCK_SKEW))).isPresent();
        // Without a time a nonce would have to be kept for ever.
        if (over || header.nonce().isPresent() && header.created().isEmpty()) {
            throw expired();
        }
    }

    private static ProblemException expired() {
        return Problem.exception(Kind.UNAUTHENTICATED, "soap.security.expired");
    }

    private void use(String name, String nonce) {
        Instant now = clock.instant();
        synchronized (used) {
            Iterator<Instant> times = used.values().iterator();
            while (times.hasNext() && times.next().isBefore(now)) {
                times.remove();
            }
            if (used.size() >= NONCES_MAX) {
                throw Problem.exception(Kind.UNAVAILABLE, "load.too-high");
            }
            // A token may be made a little ahead of our clock.
            Instant forgotten = now.plus(GOOD_FOR).plus(CLOCK_SKEW.multipliedBy(2));
            if (used.putIfAbsent(name + "\n" + nonce, forgotten) != null) {
                throw Problem.exception(Kind.UNAUTHENTICATED, "soap.security.replayed");
            }
        }
    }

    private final class Login implements BodyLogin {

        private final SecurityHeader header;
        private final HttpServletRequest request;

        private Login(SecurityHeader header, HttpServletRequest request) {
            this.header = header;
            this.request = request;
        }

        @Override
        public String name() {
            return header.name();
        }

        @Override
        public char[] password() {
            return header.password().toCharArray();
        }

        @Override
        public HttpServletRequest request() {
            return request;
        }

        @Override
        public void accepted() {
            header.nonce().ifPresent(nonce -> use(header.name().toLowerCase(Locale.ROOT), nonce));
        }
    }
}
