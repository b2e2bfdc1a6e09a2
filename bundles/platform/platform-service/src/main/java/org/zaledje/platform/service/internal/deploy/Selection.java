package org.zaledje.platform.service.internal.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.service.internal.deploy.Candidates.Candidate;
import org.zaledje.platform.text.LocalizedText;

/** Chooses which of the archives in the folder should serve, and remembers which have failed. For one thread. */
final class Selection {

    private static final Logger LOG = LoggerFactory.getLogger(Selection.class);
    private static final Comparator<Wanted> BEST_FIRST = Comparator
            .comparing((Wanted wanted) -> wanted.archive().main().comparableVersion())
            .thenComparing(wanted -> wanted.file().name())
            .reversed();

    private final Path archives;
    private final Ledger ledger;
    private final ArchiveHistory history;
    private final Map<ArchiveFile, LocalizedText> failures = new HashMap<>();

    Selection(Path archives, Ledger ledger, ArchiveHistory history) {
        this.archives = archives;
        this.ledger = ledger;
        this.history = history;
    }

    void failed(ArchiveFile file, LocalizedText problem) {
        failures.put(file, problem);
    }

    Optional<LocalizedText> failure(ArchiveFile file) {
        return Optional.ofNullable(failures.get(file));
    }

    void forgetAllBut(Collection<ArchiveFile> files) {
        failures.keySet().retainAll(files);
    }

    /** What should serve, by the name of the feature; of each the first, unless it fails, and then the next. */
    List<List<Wanted>> byFeature(List<Candidate> found) throws IOException {
        Map<String, List<Wanted>> groups = new TreeMap<>();
        for (Candidate candidate : found) {
            if (!failures.containsKey(candidate.file())) {
                wanted(candidate).ifPresent(wanted -> join(groups, wanted));
            }
        }
        for (Candidate candidate : found) {
            if (failures.containsKey(candidate.file()) && candidate.archive().isPresent()
                    && !groups.containsKey(candidate.archive().get().main().name())) {
                before(candidate.file(), candidate.archive().get()).ifPresent(wanted -> join(groups, wanted));
            }
        }
        return groups.values().stream().map(group -> group.stream().sorted(BEST_FIRST).toList()).toList();
    }

    private static void join(Map<String, List<Wanted>> groups, Wanted wanted) {
        groups.computeIfAbsent(wanted.archive().main().name(), name -> new ArrayList<>()).add(wanted);
    }

    private Optional<Wanted> wanted(Candidate candidate) {
        ArchiveFile file = candidate.file();
        return candidate.archive().map(archive -> new Wanted(file, archive, file.path()))
                .or(() -> kept(file).map(archive -> new Wanted(file, archive, archives)));
    }

    private Optional<Archive> kept(ArchiveFile file) {
        return ledger.find(file.name()).filter(Installation::complete).map(Installation::archive);
    }

    /** What serves in place of a file whose content failed: what is still installed from it, or what ran before it. */
    private Optional<Wanted> before(ArchiveFile file, Archive failed) throws IOException {
        Optional<Archive> kept = kept(file).filter(archive -> !archive.equals(failed));
        if (kept.isPresent()) {
            return kept.map(archive -> new Wanted(file, archive, archives));
        }
        Optional<ArchiveHistory.Entry> before = history.before(failed);
        try {
            return before.isEmpty() ? Optional.empty() : Optional.of(
                    new Wanted(file, ArchiveReader.read(before.get().path()), before.get().path()));
        } catch (DeployProblem e) {
            LOG.warn("{} can't be put back: {}", before.get().path(), e.getMessage());
            return Optional.empty();
        }
    }
}
