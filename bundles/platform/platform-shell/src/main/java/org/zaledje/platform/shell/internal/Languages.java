package org.zaledje.platform.shell.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.zaledje.platform.text.Texts;

/** Completes the languages that commands speak, and chooses among them. */
@Service
public class Languages implements Completer {

    /** The locale of the user's terminal, which the client passes on. */
    private static final String TERMINAL_LOCALE = "LC_CTYPE";

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        return new StringsCompleter(tags()).complete(session, commandLine, candidates);
    }

    /** The language that was asked for, else that of the user's terminal, else English. */
    static Locale choose(Optional<String> wanted, Session session) throws CommandProblem {
        if (wanted.isPresent()) {
            return provided(wanted.get())
                    .orElseThrow(() -> new CommandProblem("There is no language " + wanted.get() + ": " + String.join(", ", tags())));
        }
        return Optional.ofNullable(session.get(TERMINAL_LOCALE))
                .flatMap(locale -> provided(locale.toString().split("[_.@-]")[0])).orElse(Locale.ENGLISH);
    }

    private static Optional<Locale> provided(String tag) {
        return Texts.LOCALES.stream().filter(locale -> locale.toLanguageTag().equalsIgnoreCase(tag)).findFirst();
    }

    private static List<String> tags() {
        return Texts.LOCALES.stream().map(Locale::toLanguageTag).toList();
    }
}
