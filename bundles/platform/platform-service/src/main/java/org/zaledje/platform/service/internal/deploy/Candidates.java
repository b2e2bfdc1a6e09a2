package org.zaledje.platform.service.internal.deploy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zaledje.platform.text.LocalizedText;

/** Knows each archive of the folder, and reads it again only when its file has changed. For one thread. */
final class Candidates {

    /** How long an unreadable file must stay as it is before it is taken for broken instead of for half copied. */
    static final Duration SETTLED = Duration.ofSeconds(1);

    /**
     * An archive in the folder.
     *
     * @param archive empty when it can't be read
     * @param problem why it can't be read; empty while it may still be being copied
     */
    record Candidate(ArchiveFile file, Optional<Archive> archive, Optional<LocalizedText> problem) {

        boolean isPending() {
            return archive.isEmpty() && problem.isEmpty();
        }
    }

    private record Known(
            ArchiveFile file, Instant since, Optional<Archive> archive, Optional<LocalizedText> unreadable) {
    }

    private final Clock clock;
    private final Map<String, Known> known = new HashMap<>();

    Candidates(Clock clock) {
        this.clock = clock;
    }

    List<Candidate> of(List<ArchiveFile> files) throws IOException {
        Set<String> names = files.stream().map(ArchiveFile::name).collect(Collectors.toSet());
        known.keySet().retainAll(names);
        List<Candidate> candidates = new ArrayList<>();
        for (ArchiveFile file : files) {
            Known before = known.get(file.name());
            Known now = before != null && before.file().equals(file) ? before : read(file);
            known.put(file.name(), now);
            boolean settled = !clock.instant().isBefore(now.since().plus(SETTLED));
            candidates.add(new Candidate(file, now.archive(), now.unreadable().filter(problem -> settled)));
        }
        return candidates;
    }

    private Known read(ArchiveFile file) throws IOException {
        try {
            Archive archive = ArchiveReader.read(file.path());
            boolean unchanged = ArchiveFile.of(file.path()).equals(Optional.of(file));
            return new Known(file, clock.instant(), Optional.of(archive).filter(whole -> unchanged), Optional.empty());
        } catch (DeployProblem e) {
            return new Known(file, clock.instant(), Optional.empty(), Optional.of(e.text()));
        }
    }
}
