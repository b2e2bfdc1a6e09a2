package org.zaledje.platform.service.internal.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.function.Deployment.State;
import org.zaledje.platform.service.internal.deploy.Candidates.Candidate;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;

/*
 * How is the reconciler designed, and why?
 *
 * It knows no events, only what the folder holds and what the ledger says is installed, and makes the second like the
 * first. So it does not matter how an archive came or went, whether an event was lost, or where the process was killed:
 * the next pass puts it right.
 *
 * Of the archives with the same feature the highest version serves, unless it failed: then the next lower one does. A
 * file that can't be read, or not yet, keeps what was installed from it: a broken copy takes no function away.
 */

/** Makes what is installed like what lies in the hot-deploy folder. For one thread. */
final class Reconciler {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final Texts TEXTS = Texts.beside(Reconciler.class);
    private static final Comparator<Wanted> BEST_FIRST = Comparator
            .comparing((Wanted wanted) -> wanted.archive().main().comparableVersion())
            .thenComparing(wanted -> wanted.file().name())
            .reversed();

    /** How soon a file that may still be being copied is looked at again. */
    private static final Duration PENDING_AGAIN = Duration.ofMillis(200);

    /** How soon everything is looked at again, in case the operating system has not told of a change. */
    private static final Duration RESCAN = Duration.ofSeconds(5);

    /** How long, at the start, functions that the container brings back are waited for. */
    private static final Duration START_MAX = Duration.ofSeconds(30);

    private record Wanted(ArchiveFile file, Archive archive, boolean isRead) {
    }

    private final Path archives;
    private final Ledger ledger;
    private final FunctionRuntime runtime;
    private final DeploymentBoard board;
    private final Candidates candidates;
    private final Map<ArchiveFile, LocalizedText> failures = new HashMap<>();
    private boolean compared;
    private boolean started;

    /**
     * A reconciler that has made no pass.
     *
     * @param archives folder that archives are unpacked below
     */
    Reconciler(Path archives, Ledger ledger, FunctionRuntime runtime, DeploymentBoard board, Clock clock) {
        this.archives = archives;
        this.ledger = ledger;
        this.runtime = runtime;
        this.board = board;
        this.candidates = new Candidates(clock);
    }

    /**
     * Makes one pass.
     *
     * @param files the archives in the folder
     * @return when the next pass is due, even if nothing changes in the folder
     */
    Duration pass(List<ArchiveFile> files) throws IOException, InterruptedException {
        compareWithContainer();
        failures.keySet().retainAll(files);
        List<Candidate> found = candidates.of(files);
        List<List<Wanted>> byFeature = byFeature(found);
        List<Wanted> serving = byFeature.stream().map(group -> group.get(0)).toList();

        removeAllBut(serving);
        Set<String> shown = files.stream().map(ArchiveFile::name).collect(Collectors.toSet());
        board.keepOnly(name -> shown.contains(name) || ledger.find(name).isPresent());
        boolean failed = false;
        for (Wanted wanted : serving) {
            failed |= ledger.find(wanted.file().name()).isEmpty() && !install(wanted);
        }
        for (List<Wanted> sameFeature : byFeature) {
            show(sameFeature);
        }
        started = true;
        found.stream().filter(candidate -> candidate.problem().isPresent()).forEach(this::showUnreadable);

        if (failed) {
            return Duration.ZERO;
        }
        return found.stream().anyMatch(Candidate::isPending) ? PENDING_AGAIN : RESCAN;
    }

    /** After a start the container may lack what the ledger says, for example because its cache was thrown away. */
    private void compareWithContainer() throws IOException {
        if (compared) {
            return;
        }
        for (Installation installation : ledger.installations()) {
            try {
                if (!runtime.has(installation.archive()) || !Files.exists(installation.folder(archives))) {
                    ledger.put(installation.withComplete(false));
                }
            } catch (DeployProblem e) {
                LOG.warn("What is installed from {} can't be told: {}", installation.file(), e.getMessage());
            }
        }
        compared = true;
    }

    private List<List<Wanted>> byFeature(List<Candidate> found) {
        return found.stream()
                .map(this::wanted)
                .flatMap(Optional::stream)
                .filter(wanted -> !failures.containsKey(wanted.file()))
                .collect(Collectors.groupingBy(wanted -> wanted.archive().main().name()))
                .values().stream()
                .map(group -> group.stream().sorted(BEST_FIRST).toList())
                .toList();
    }

    private Optional<Wanted> wanted(Candidate candidate) {
        Optional<Archive> kept = ledger.find(candidate.file().name())
                .filter(Installation::complete)
                .map(Installation::archive);
        return candidate.archive().or(() -> kept)
                .map(archive -> new Wanted(candidate.file(), archive, candidate.archive().isPresent()));
    }

    private void removeAllBut(List<Wanted> serving) throws IOException, InterruptedException {
        Map<String, Archive> keep = serving.stream()
                .collect(Collectors.toMap(wanted -> wanted.file().name(), Wanted::archive));
        for (Installation installation : ledger.installations()) {
            if (!installation.complete() || !installation.archive().equals(keep.get(installation.file()))) {
                remove(installation);
            }
        }
    }

    private void remove(Installation installation) throws IOException, InterruptedException {
        ledger.put(installation.withComplete(false));
        try {
            runtime.remove(installation.archive(), installation.folder(archives));
        } catch (DeployProblem e) {
            LOG.error("{} is not removed, and is tried again: {}", installation.file(), e.getMessage());
            return;
        }
        deleteTree(installation.folder(archives));
        ledger.remove(installation.file());
        LOG.info("{} is removed", installation.file());
    }

    private boolean install(Wanted wanted) throws IOException, InterruptedException {
        Installation installation = new Installation(wanted.file().name(), wanted.archive(), false);
        Path folder = installation.folder(archives);
        show(wanted, State.INSTALLING);
        ledger.put(installation);
        try {
            deleteTree(folder);
            ArchiveReader.unpack(wanted.file().path(), folder);
            runtime.install(wanted.archive(), folder);
        } catch (DeployProblem e) {
            LOG.error("{} is not installed: {}", wanted.file().name(), e.getMessage());
            LOG.debug("{}", wanted.file().name(), e);
            failures.put(wanted.file(), e.text());
            remove(installation);
            board.show(wanted.file(), Optional.of(wanted.archive().main()), State.FAILED, Optional.of(e.text()));
            return false;
        }
        ledger.put(installation.withComplete(true));
        LOG.info("{} is installed", wanted.file().name());
        return true;
    }

    private void show(List<Wanted> sameFeature) throws InterruptedException {
        Wanted serving = sameFeature.get(0);
        if (ledger.find(serving.file().name()).filter(Installation::complete).isEmpty()) {
            return;
        }
        if (serving.isRead()) {
            Optional<LocalizedText> problem = notRunningBecause(serving.archive());
            State state = problem.isEmpty() ? State.INSTALLED : State.FAILED;
            board.show(serving.file(), Optional.of(serving.archive().main()), state, problem);
        }
        sameFeature.stream().skip(1).filter(Wanted::isRead).forEach(wanted -> show(wanted, State.SUPERSEDED));
    }

    private Optional<LocalizedText> notRunningBecause(Archive archive) throws InterruptedException {
        try {
            return runtime.notRunningBecause(archive, started ? Duration.ZERO : START_MAX);
        } catch (DeployProblem e) {
            return Optional.of(e.text());
        }
    }

    private void show(Wanted wanted, State state) {
        board.show(wanted.file(), Optional.of(wanted.archive().main()), state, Optional.empty());
    }

    private void showUnreadable(Candidate candidate) {
        LocalizedText problem = candidate.problem().orElseThrow();
        Optional<FeatureId> kept = ledger.find(candidate.file().name()).map(Installation::archive).map(Archive::main);
        LocalizedText told = kept
                .map(feature -> TEXTS.text("archive.kept", problem, feature.version()))
                .orElse(problem);
        board.show(candidate.file(), kept, State.FAILED, Optional.of(told));
    }

    private static void deleteTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
