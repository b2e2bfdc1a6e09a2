package org.zaledje.platform.ui.internal.functions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zaledje.platform.function.Deployment;
import org.zaledje.platform.function.InstalledFunction;
import org.zaledje.platform.text.LocalizedText;

/**
 * One row of the Functions page: a function that runs, an archive that does not, or a function that could be installed.
 *
 * @param key     tells the row from the others: a function's id, an archive's file name
 * @param file    the archive that can be removed; empty when there is none
 * @param problem why it does not run; empty when it does or could
 */
record FunctionRow(
        String key,
        LocalizedText title,
        LocalizedText description,
        String version,
        State state,
        Optional<InstalledFunction> function,
        Optional<String> file,
        Optional<LocalizedText> problem) {

    /** How far a function has come; also the ends of the keys of its texts. */
    enum State { RUNNING, INSTALLING, STOPPED, FAILED, AVAILABLE }

    private static final LocalizedText NOTHING = LocalizedText.verbatim("");

    /** All rows: what runs, then what does not, then what could be installed. */
    static List<FunctionRow> of(List<InstalledFunction> running, List<Deployment> archives, List<String> shipped) {
        List<Deployment> counting =
                archives.stream().filter(archive -> archive.state() != Deployment.State.SUPERSEDED).toList();
        List<FunctionRow> rows = new ArrayList<>();
        running.forEach(function -> rows.add(running(function, counting)));
        counting.stream()
                .filter(archive -> running.stream().noneMatch(function -> isOf(archive, function.id())))
                .forEach(archive -> rows.add(notRunning(archive)));
        shipped.stream()
                .filter(name -> running.stream().noneMatch(function -> function.id().equals(name)))
                .filter(name -> counting.stream().noneMatch(archive -> isOf(archive, name)))
                .forEach(name -> rows.add(available(name)));
        return List.copyOf(rows);
    }

    private static FunctionRow running(InstalledFunction function, List<Deployment> archives) {
        Optional<Deployment> archive = archives.stream().filter(found -> isOf(found, function.id())).findFirst();
        return new FunctionRow(function.id(), function.title(), function.description(), function.version(), State.RUNNING,
                Optional.of(function), archive.map(Deployment::file), archive.flatMap(Deployment::problem));
    }

    private static FunctionRow notRunning(Deployment archive) {
        State state = switch (archive.state()) {
            case INSTALLING -> State.INSTALLING;
            case FAILED -> State.FAILED;
            case INSTALLED, SUPERSEDED -> State.STOPPED;
        };
        return new FunctionRow(archive.file(), LocalizedText.verbatim(archive.file()), NOTHING,
                archive.version().orElse(""), state, Optional.empty(), Optional.of(archive.file()), archive.problem());
    }

    private static FunctionRow available(String name) {
        return new FunctionRow(name, LocalizedText.verbatim(name), NOTHING, "", State.AVAILABLE,
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The feature of a function is named like the function, with or without the name of the product before it. */
    private static boolean isOf(Deployment archive, String function) {
        return archive.name().filter(name -> name.equals(function) || name.equals("zaledje-" + function)).isPresent();
    }
}
