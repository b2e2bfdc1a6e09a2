package org.zaledje.platform.procedure.internal.tasks;

import static org.zaledje.platform.procedure.internal.ProcedureTexts.TEXTS;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;

/** What callers may leave out of a body, and what not. */
public final class Bodies {

    private Bodies() {
    }

    /** @throws ProblemException UNREADABLE when there is none */
    public static <B, V> V member(B body, Function<B, V> reader, String name) {
        return Optional.ofNullable(body).map(reader).orElseThrow(() -> missing(name));
    }

    /** A list, none of whose elements is null. */
    public static <B, V> List<V> members(B body, Function<B, List<V>> reader, String name) {
        List<V> all = member(body, reader, name);
        if (all.stream().anyMatch(Objects::isNull)) {
            throw missing(name);
        }
        return all;
    }

    /** Texts by language, none of them null. */
    public static <B> Map<String, String> texts(B body, Function<B, Map<String, String>> reader, String name) {
        Map<String, String> all = member(body, reader, name);
        if (all.containsValue(null)) {
            throw missing(name);
        }
        return all;
    }

    /** A text that may be absent. */
    public static String text(String given) {
        return Optional.ofNullable(given).orElse("");
    }

    private static ProblemException missing(String name) {
        return ProblemException.of(Kind.UNREADABLE, "body.member-missing", TEXTS.text("body.member-missing", name));
    }
}
