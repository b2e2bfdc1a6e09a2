package org.zaledje.platform.ui.internal.functions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zaledje.platform.function.Deployment;
import org.zaledje.platform.function.FunctionCatalogue;
import org.zaledje.platform.function.FunctionDeployer;
import org.zaledje.platform.function.InstalledFunction;

/**
 * One row of the Functions page, in its reader's language: a function that runs, an archive that does not, or a
 * function that could be installed.
 *
 * @param key      tells the row from the others: a function's id, an archive's file name
 * @param id       the function; empty where it does not run
 * @param restBase path of its REST resources; empty when it has none
 * @param wsdl     path of its WSDL; empty when it has none
 * @param file     the archive that can be removed; empty when there is none
 * @param previous the version that can be put back; empty when there is none
 * @param problem  why it does not run; empty when it does or could
 */
record FunctionRow(
        String key,
        String title,
        String description,
        String icon,
        String version,
        State state,
        Optional<String> id,
        Optional<String> restBase,
        Optional<String> wsdl,
        Optional<String> file,
        Optional<String> previous,
        Optional<String> problem) {

    /** How far a function has come; also the ends of the keys of its texts. */
    enum State { RUNNING, INSTALLING, STOPPED, FAILED, AVAILABLE }

    private static final String ARCHIVE_ICON = "cube";

    /** All rows: what runs, then what does not, then what could be installed. */
    static List<FunctionRow> of(FunctionCatalogue catalogue, FunctionDeployer deployer, Locale locale) {
        List<InstalledFunction> running = catalogue.installed();
        List<Deployment> archives = deployer.deployments().stream()
                .filter(archive -> archive.state() != Deployment.State.SUPERSEDED)
                .toList();
        List<FunctionRow> rows = new ArrayList<>();
        running.forEach(function -> rows.add(running(function, archives, deployer, locale)));
        archives.stream()
                .filter(archive -> running.stream().noneMatch(function -> isOf(archive, function.id())))
                .forEach(archive -> rows.add(notRunning(archive, deployer, locale)));
        deployer.shipped().stream()
                .filter(name -> running.stream().noneMatch(function -> function.id().equals(name)))
                .filter(name -> archives.stream().noneMatch(archive -> isOf(archive, name)))
                .forEach(name -> rows.add(available(name)));
        return List.copyOf(rows);
    }

    private static FunctionRow running(
            InstalledFunction function, List<Deployment> archives, FunctionDeployer deployer, Locale locale) {
        Optional<Deployment> archive = archives.stream().filter(found -> isOf(found, function.id())).findFirst();
        return new FunctionRow(function.id(), function.title().in(locale), function.description().in(locale),
                function.icon(), function.version(), State.RUNNING, Optional.of(function.id()), function.restBase(),
                function.wsdl(), archive.map(Deployment::file),
                archive.flatMap(found -> deployer.previousVersion(found.file())), problem(archive, locale));
    }

    private static FunctionRow notRunning(Deployment archive, FunctionDeployer deployer, Locale locale) {
        State state = switch (archive.state()) {
            case INSTALLING -> State.INSTALLING;
            case FAILED -> State.FAILED;
            case INSTALLED, STOPPED, SUPERSEDED -> State.STOPPED;
        };
        return new FunctionRow(archive.file(), archive.file(), "", ARCHIVE_ICON, archive.version().orElse(""), state,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(archive.file()),
                deployer.previousVersion(archive.file()), problem(Optional.of(archive), locale));
    }

    private static FunctionRow available(String name) {
        return new FunctionRow(name, name, "", ARCHIVE_ICON, "", State.AVAILABLE, Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Optional<String> problem(Optional<Deployment> archive, Locale locale) {
        return archive.flatMap(Deployment::problem).map(problem -> problem.in(locale));
    }

    /** The feature of a function is named like the function, with or without the name of the product before it. */
    private static boolean isOf(Deployment archive, String function) {
        return archive.name().filter(name -> name.equals(function) || name.equals("zaledje-" + function)).isPresent();
    }
}
