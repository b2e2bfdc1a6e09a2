package org.zaledje.platform.correlation;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * The correlation id of the work that the current thread does. It lies in SLF4J's MDC under {@value #KEY}, so that every
 * line logged meanwhile carries it. Thread-safe; an id belongs to the thread that has begun it.
 */
public final class Correlation {

    /** Key in the MDC, and name of the member in problems. */
    public static final String KEY = "correlation";

    /** Key in the MDC of the way that the work came: {@code rest}, {@code soap}, {@code ui} or {@code shell}; the audit trail keeps it. */
    public static final String DOOR = "door";

    /** HTTP header that a caller may give an id in: 1 to 64 letters, digits, {@code . _ -}; every answer has it. */
    public static final String HEADER = "Zaledje-Correlation";

    /** HTTP header of W3C Trace Context, whose trace id is taken when {@link #HEADER} gives none. */
    public static final String TRACE_HEADER = "traceparent";

    private static final Pattern GIVEN = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern TRACE = Pattern.compile(
            "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** Beside the MDC, because some of SLF4J's bindings keep none. */
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    private Correlation() {
    }

    /** The time in which a thread works under an id; closing it, in the same thread, brings back the id of before. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    /** The id of this thread's work, or empty outside any. */
    public static Optional<String> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Works under a new id. */
    public static Scope begin() {
        return begin(UUID.randomUUID().toString().replace("-", ""));
    }

    /**
     * Works under a given id, for example the one under which an event was published.
     *
     * @throws IllegalArgumentException when it is not of the form that {@link #HEADER} allows
     */
    public static Scope begin(String id) {
        if (!GIVEN.matcher(id).matches()) {
            throw new IllegalArgumentException("not a correlation id");
        }
        Optional<String> before = current();
        set(id);
        return () -> before.ifPresentOrElse(Correlation::set, Correlation::clear);
    }

    private static void set(String id) {
        CURRENT.set(id);
        MDC.put(KEY, id);
    }

    private static void clear() {
        CURRENT.remove();
        MDC.remove(KEY);
    }

    /**
     * Works under the id that a request brings, or a new one when it brings none that is well-formed.
     *
     * @param given value of {@link #HEADER}; may be null
     * @param trace value of {@link #TRACE_HEADER}; may be null
     */
    public static Scope beginRequest(String given, String trace) {
        if (given != null && GIVEN.matcher(given).matches()) {
            return begin(given);
        }
        Matcher form = TRACE.matcher(trace == null ? "" : trace);
        return form.matches() ? begin(form.group(1)) : begin();
    }
}
