package org.zaledje.platform.shell.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.slf4j.MDC;
import org.zaledje.platform.correlation.Correlation;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.text.Texts;

/**
 * What the commands have in common: they act under the name of who has the shell, answer in their language, as a table or
 * sentence for people or as JSON for programs, and tell a problem in its own words.
 *
 * <p>The texts of a command lie beside its class.
 */
public abstract class PlatformCommand implements Action {

    private static final String UNKNOWN_USER = "shell";

    @Option(name = "--json", description = "Prints JSON, for programs")
    boolean json;

    @Option(name = "--lang", description = "Language of what is told: en or sl")
    @Completion(Languages.class)
    String language;

    @Reference
    Callers callers;

    @Reference
    Session session;

    private final Texts texts = Texts.beside(getClass());
    private Locale locale = Locale.ENGLISH;

    @Override
    public final Object execute() throws Exception {
        locale = Languages.choose(Optional.ofNullable(language), session);
        try (Correlation.Scope scope = Correlation.begin();
                MDC.MDCCloseable way = MDC.putCloseable(Correlation.DOOR, "shell")) {
            return callers.callAs(caller(), () -> {
                run();
                return null;
            });
        } catch (ProblemException e) {
            throw new CommandProblem(told(e));
        }
    }

    /** Does what the command is for. */
    protected abstract void run() throws Exception;

    /** The shell lets in administrators only. */
    private Caller caller() {
        String name = Optional.ofNullable(session.get("USER")).map(Object::toString).orElse(UNKNOWN_USER);
        return new Caller(name, Set.of(Caller.ADMINISTRATOR), locale);
    }

    private String told(ProblemException problem) {
        return Stream.concat(Stream.of(problem.detail()), problem.violations().stream().map(violation -> violation.message()))
                .map(text -> text.in(locale)).distinct().collect(Collectors.joining("\n"));
    }

    /** A text of this command. */
    protected final String text(String key, Object... arguments) {
        return texts.get(key, locale, arguments);
    }

    /** What the command could not do, in a text of its own. */
    protected final CommandProblem problem(String key, Object... arguments) {
        return new CommandProblem(text(key, arguments));
    }

    /** An argument that only some uses of the command need. */
    protected final <T> T needed(T argument, String key, Object... arguments) throws CommandProblem {
        return Optional.ofNullable(argument).orElseThrow(() -> problem(key, arguments));
    }

    /** Prints rows as a table, or as a JSON array; {@code <listing>.empty} is the text for none. */
    protected final <T> void show(Listing<T> listing, List<T> rows) {
        if (json) {
            System.out.println(Json.of(listing.members(rows), locale));
        } else {
            listing.print(rows, texts, locale, System.out);
        }
    }

    /** Prints what has been done: as a sentence, or these members as a JSON object. */
    protected final void tell(Map<String, ?> members, String key, Object... arguments) {
        System.out.println(json ? Json.of(members, locale) : text(key, arguments));
    }

    /** Whether JSON is wanted. */
    protected final boolean isJson() {
        return json;
    }

    /** The session of the shell, to ask for more. */
    protected final Session session() {
        return session;
    }

    /** The language to answer in. */
    protected final Locale locale() {
        return locale;
    }
}
