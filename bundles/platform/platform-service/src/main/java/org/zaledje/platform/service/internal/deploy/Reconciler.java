package org.zaledje.platform.service.internal.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.function.Deployment.State;
import org.zaledje.platform.service.internal.deploy.Candidates.Candidate;
import org.zaledje.platform.service.internal.deploy.FunctionRuntime.Condition;
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
 *
 * Another version of what serves is an exchange. All that takes long or may fail is done ahead while the older one
 * serves: resolving, and the migration of the tables, unless the database can't change tables that are used. Then requests
 * are held, those under way end, and only then are the bundles exchanged. A version that does not come up is set aside, and
 * the one before comes back: from its file, or when that was written over, from the history.
 */

/** Makes what is installed like what lies in the hot-deploy folder. For one thread. */
final class Reconciler {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final Texts TEXTS = Texts.beside(Reconciler.class);

    /** How soon a file that may still be being copied is looked at again. */
    private static final Duration PENDING_AGAIN = Duration.ofMillis(200);

    /** How soon everything is looked at again, in case the operating system has not told of a change. */
    private static final Duration RESCAN = Duration.ofSeconds(5);

    /** How soon functions that are starting are looked at again. */
    private static final Duration STARTING_AGAIN = Duration.ofMillis(20);

    /** How long the platform, when it starts, counts as not ready for functions that have not come up. */
    private static final Duration START_MAX = Duration.ofSeconds(10);

    private final Path archives;
    private final Ledger ledger;
    private final FunctionRuntime runtime;
    private final DeploymentBoard board;
    private final Candidates candidates;
    private final Selection selection;
    private final Holds holds;
    private final ArchiveHistory history;
    private final StoppedFunctions stopped;

    /** Files whose installation, begun by this process, has not come up yet. */
    private final Set<String> fresh = new HashSet<>();

    /** Checksums of archives that an administrator has stopped. */
    private final Set<String> halted = new HashSet<>();
    private final long born = System.nanoTime();
    private boolean compared;
    private boolean thinkAgain;
    private volatile boolean settled;

    /**
     * A reconciler that has made no pass.
     *
     * @param archives folder that archives are unpacked below
     */
    Reconciler(Path archives, Ledger ledger, FunctionRuntime runtime, DeploymentBoard board, Clock clock,
            TrafficGate gate, ArchiveHistory history, StoppedFunctions stopped) {
        this.archives = archives;
        this.ledger = ledger;
        this.runtime = runtime;
        this.board = board;
        this.candidates = new Candidates(clock);
        this.selection = new Selection(archives, ledger, history);
        this.holds = new Holds(runtime, gate);
        this.history = history;
        this.stopped = stopped;
    }

    /**
     * Makes one pass.
     *
     * @param files the archives in the folder
     * @return when the next pass is due, even if nothing changes in the folder
     */
    Duration pass(List<ArchiveFile> files) throws IOException, InterruptedException {
        thinkAgain = false;
        compareWithContainer();
        selection.forgetAllBut(files);
        List<Candidate> found = candidates.of(files);
        List<List<Wanted>> byFeature = selection.byFeature(found);
        List<Wanted> serving = byFeature.stream().map(group -> group.get(0)).toList();

        if (!prepareExchanges(serving)) {
            return Duration.ZERO;
        }
        removeAllBut(serving);
        for (Wanted wanted : serving) {
            Optional<Installation> replaced = ledger.installations().stream()
                    .filter(installation -> isReplaced(installation, wanted)).findFirst();
            if (replaced.isPresent()) {
                exchange(wanted, replaced.get());
            } else if (ledger.installations().stream().noneMatch(installation -> isInTheWay(installation, wanted))) {
                install(wanted);
            }
        }
        Set<String> shown = files.stream().map(ArchiveFile::name).collect(Collectors.toSet());
        board.keepOnly(name -> shown.contains(name) || ledger.find(name).isPresent());
        boolean starting = false;
        for (List<Wanted> sameFeature : byFeature) {
            starting |= look(sameFeature) == State.INSTALLING;
        }
        found.stream().filter(candidate -> candidate.problem().isPresent()).forEach(this::showUnreadable);
        holds.openAllBut(serving.stream().map(wanted -> wanted.archive().main().name()).toList());

        if (thinkAgain) {
            return Duration.ZERO;
        }
        settled |= !starting || System.nanoTime() - born > START_MAX.toNanos();
        if (starting) {
            return STARTING_AGAIN;
        }
        return found.stream().anyMatch(Candidate::isPending) ? PENDING_AGAIN : RESCAN;
    }

    /** Whether all that lay in the folder at the start has come up, has failed, or takes long. */
    boolean isSettled() {
        return settled;
    }

    /** After a start the container may lack what the ledger says, for example because its cache was thrown away. */
    private void compareWithContainer() throws IOException, InterruptedException {
        if (compared) {
            return;
        }
        for (Installation installation : ledger.installations()) {
            try {
                if (!runtime.has(installation.archive()) || !Files.exists(installation.folder(archives))) {
                    ledger.put(installation.withComplete(false));
                } else if (installation.complete() && !stopped.contains(installation.archive().main())) {
                    runtime.start(installation.archive());
                }
            } catch (DeployProblem e) {
                LOG.warn("What is installed from {} can't be told: {}", installation.file(), e.getMessage());
            }
        }
        compared = true;
    }

    /** Does ahead what an exchange needs; false when one can't be made, so that all has to be thought over again. */
    private boolean prepareExchanges(List<Wanted> serving) throws IOException, InterruptedException {
        for (Wanted wanted : serving) {
            Optional<Installation> present = ledger.installations().stream()
                    .filter(Installation::complete)
                    .filter(installation -> isOther(installation, wanted))
                    .findFirst();
            if (present.isPresent() && !prepare(wanted, present.get())) {
                return false;
            }
        }
        return true;
    }

    /** Also what is left of an older version whose removal has not ended. */
    private static boolean isInTheWay(Installation installation, Wanted wanted) {
        return installation.file().equals(wanted.file().name()) || isOther(installation, wanted);
    }

    private static boolean isOther(Installation installation, Wanted wanted) {
        return installation.archive().main().name().equals(wanted.archive().main().name())
                && !installation.archive().equals(wanted.archive());
    }

    /** Whether the container puts the one into the place of the other, which is faster than removing and installing. */
    private static boolean isReplaced(Installation installation, Wanted wanted) {
        Archive before = installation.archive();
        return installation.complete() && isOther(installation, wanted)
                && names(before).equals(names(wanted.archive()))
                && Collections.disjoint(before.features(), wanted.archive().features())
                && !before.repository().equals(wanted.archive().repository());
    }

    private static Set<String> names(Archive archive) {
        return archive.features().stream().map(FeatureId::name).collect(Collectors.toSet());
    }

    private boolean prepare(Wanted wanted, Installation present) throws IOException, InterruptedException {
        Path folder = archives.resolve(wanted.file().name() + ".ahead");
        show(wanted, State.INSTALLING);
        try {
            deleteTree(folder);
            ArchiveReader.unpack(wanted.source(), folder);
            runtime.prepare(wanted.archive(), folder, () -> holdQuietly(present.archive()));
        } catch (DeployProblem e) {
            fail(wanted, TEXTS.text("archive.kept", e.text(), present.archive().main().version()));
            return false;
        } finally {
            deleteTree(folder);
        }
        holds.hold(present.archive());
        return true;
    }

    /** Not by an exception: it is the migration that is interrupted then. */
    private void holdQuietly(Archive archive) {
        try {
            holds.hold(archive);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(Wanted wanted, LocalizedText problem) {
        LOG.error("{} is not installed: {}", wanted.file().name(), problem.in(Locale.ENGLISH));
        selection.failed(wanted.file(), problem);
        thinkAgain = true;
        if (wanted.isFromFile()) {
            board.show(wanted.file(), Optional.of(wanted.archive().main()), State.FAILED, Optional.of(problem));
        }
    }

    private void removeAllBut(List<Wanted> serving) throws IOException, InterruptedException {
        Map<String, Archive> keep = serving.stream()
                .collect(Collectors.toMap(wanted -> wanted.file().name(), Wanted::archive));
        for (Installation installation : ledger.installations()) {
            boolean isKept = installation.complete() && installation.archive().equals(keep.get(installation.file()));
            if (!isKept && serving.stream().noneMatch(wanted -> isReplaced(installation, wanted))) {
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
        gone(installation);
    }

    private void gone(Installation installation) throws InterruptedException {
        halted.remove(installation.archive().sha256());
        LOG.info("{} of {} is removed", installation.archive().main(), installation.file());
        revive();
    }

    /** The container stops what used something of the bundles that went, and leaves it to us to start it again. */
    private void revive() throws InterruptedException {
        for (Installation other : ledger.installations()) {
            Archive archive = other.archive();
            try {
                if (other.complete() && !stopped.contains(archive.main())
                        && runtime.condition(archive).state() == FunctionRuntime.State.FAILED) {
                    runtime.start(archive);
                }
            } catch (DeployProblem e) {
                LOG.warn("{} can't be started again: {}", archive.main(), e.getMessage());
            }
        }
    }

    private void install(Wanted wanted) throws IOException, InterruptedException {
        Installation installation = new Installation(wanted.file().name(), wanted.archive(), false);
        Path folder = installation.folder(archives);
        show(wanted, State.INSTALLING);
        ledger.put(installation);
        try {
            deleteTree(folder);
            ArchiveReader.unpack(wanted.source(), folder);
            runtime.install(wanted.archive(), folder);
            startFresh(wanted);
        } catch (DeployProblem e) {
            LOG.debug("{}", wanted.file().name(), e);
            setAside(wanted, e.text());
            remove(installation);
            return;
        }
        ledger.put(installation.withComplete(true));
    }

    /** The entry of what is replaced may be overwritten: what is left after a kill goes when what replaces it is removed. */
    private void exchange(Wanted wanted, Installation replaced) throws IOException, InterruptedException {
        Installation installation = new Installation(wanted.file().name(), wanted.archive(), false);
        Path folder = installation.folder(archives);
        ledger.put(replaced.withComplete(false));
        try {
            runtime.stop(replaced.archive());
        } catch (DeployProblem e) {
            LOG.error("{} is not exchanged, and is tried again: {}", replaced.file(), e.getMessage());
            return;
        }
        ledger.put(installation);
        Path before = archives.resolve(replaced.file() + ".before");
        try {
            deleteTree(before);
            Files.move(replaced.folder(archives), before);
            ArchiveReader.unpack(wanted.source(), folder);
            runtime.exchange(replaced.archive(), replaced.folder(archives), wanted.archive(), folder);
            if (!replaced.file().equals(installation.file())) {
                ledger.remove(replaced.file());
            }
            deleteTree(before);
            gone(replaced);
            startFresh(wanted);
        } catch (DeployProblem e) {
            LOG.debug("{}", wanted.file().name(), e);
            setAside(wanted, e.text());
            remove(installation);
            return;
        }
        ledger.put(installation.withComplete(true));
    }

    private void startFresh(Wanted wanted) throws DeployProblem, InterruptedException {
        if (!stopped.contains(wanted.archive().main())) {
            fresh.add(wanted.file().name());
            runtime.start(wanted.archive());
        }
    }

    private void setAside(Wanted wanted, LocalizedText problem) throws IOException {
        fresh.remove(wanted.file().name());
        if (!wanted.isFromFile()) {
            // There is nothing before what was before.
            history.forget(wanted.archive());
        }
        Optional<ArchiveHistory.Entry> before = history.before(wanted.archive());
        fail(wanted, before.isEmpty() ? problem : TEXTS.text("archive.fallback", problem, before.get().version()));
    }

    /** Looks how far what is installed of a feature has come, and tells. */
    private State look(List<Wanted> sameFeature) throws IOException, InterruptedException {
        sameFeature.stream().skip(1).filter(Wanted::isFromFile).forEach(wanted -> show(wanted, State.SUPERSEDED));
        Wanted serving = sameFeature.get(0);
        String file = serving.file().name();
        if (ledger.find(file).filter(Installation::complete).isEmpty()) {
            if (!thinkAgain) {
                holds.open(serving.archive().main().name());
            }
            return State.FAILED;
        }
        Condition condition = stopOrStart(serving.archive());
        if (stopped.contains(serving.archive().main())) {
            holds.open(serving.archive().main().name());
            return told(serving, State.STOPPED, Optional.empty());
        }
        if (condition.state() == FunctionRuntime.State.RUNNING && fresh.contains(file)) {
            condition = accepted(serving);
        }
        switch (condition.state()) {
            case STARTING -> {
                return told(serving, State.INSTALLING, Optional.empty());
            }
            case RUNNING -> {
                holds.open(serving.archive().main().name());
                return told(serving, State.INSTALLED, Optional.empty());
            }
            default -> {
                LocalizedText problem = condition.problem().orElseThrow();
                if (fresh.contains(file)) {
                    setAside(serving, problem);
                    remove(ledger.find(file).orElseThrow());
                    return State.FAILED;
                }
                holds.open(serving.archive().main().name());
                return told(serving, State.FAILED, Optional.of(problem));
            }
        }
    }

    /** What has come up for the first time is remembered, unless it offers what is somebody else's. */
    private Condition accepted(Wanted serving) throws IOException {
        try {
            Set<String> taken = runtime.taken(serving.archive());
            if (!taken.isEmpty()) {
                return Condition.failed(TEXTS.text("function.taken", String.join(", ", taken)));
            }
        } catch (DeployProblem e) {
            return Condition.failed(e.text());
        }
        fresh.remove(serving.file().name());
        if (serving.isFromFile()) {
            history.keep(serving.source(), serving.archive());
        }
        LOG.info("{} is installed", serving.file().name());
        return Condition.RUNNING;
    }

    private Condition stopOrStart(Archive archive) throws InterruptedException {
        try {
            boolean shallRun = !stopped.contains(archive.main());
            if (!shallRun && !halted.contains(archive.sha256())) {
                runtime.stop(archive);
                halted.add(archive.sha256());
                LOG.info("{} is stopped", archive.main());
            } else if (shallRun && halted.remove(archive.sha256())) {
                runtime.start(archive);
                LOG.info("{} is started", archive.main());
            }
            return runtime.condition(archive);
        } catch (DeployProblem e) {
            return Condition.failed(e.text());
        }
    }

    private State told(Wanted wanted, State state, Optional<LocalizedText> problem) {
        if (wanted.isFromFile()) {
            board.show(wanted.file(), Optional.of(wanted.archive().main()), state, problem);
        } else if (state == State.STOPPED || isShownStopped(wanted.file())) {
            selection.failure(wanted.file()).ifPresent(failure -> board.show(wanted.file(),
                    Optional.of(wanted.archive().main()), state == State.STOPPED ? state : State.FAILED,
                    Optional.of(failure)));
        }
        return state;
    }

    private boolean isShownStopped(ArchiveFile file) {
        return board.deployments().stream()
                .anyMatch(shown -> shown.file().equals(file.name()) && shown.state() == State.STOPPED);
    }

    private void show(Wanted wanted, State state) {
        told(wanted, state, Optional.empty());
    }

    private void showUnreadable(Candidate candidate) {
        LocalizedText problem = candidate.problem().orElseThrow();
        Optional<FeatureId> kept = ledger.find(candidate.file().name()).map(Installation::archive).map(Archive::main);
        boolean isStopped = kept.filter(stopped::contains).isPresent();
        LocalizedText told = kept.filter(feature -> !isStopped)
                .map(feature -> TEXTS.text("archive.kept", problem, feature.version()))
                .orElse(problem);
        board.show(candidate.file(), kept, isStopped ? State.STOPPED : State.FAILED, Optional.of(told));
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
