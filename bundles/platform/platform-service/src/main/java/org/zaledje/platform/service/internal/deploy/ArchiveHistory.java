package org.zaledje.platform.service.internal.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The archives that have run, in the order in which they came, so that the one before can be put back. Thread-safe.
 *
 * @param folder where they are kept; made when it is not there
 */
record ArchiveHistory(Path folder) {

    /** How many versions of a function are kept, the present one included. */
    static final int KEPT = 4;

    private static final Pattern NAME = Pattern.compile("(.+)@(\\d{9})@(.+)@([0-9a-f]{64})\\.kar");

    /** An archive that has run. */
    record Entry(Path path, String feature, int number, String version, String sha256) {
    }

    /** Remembers an archive that runs; the oldest of the same feature are forgotten. */
    synchronized void keep(Path file, Archive archive) throws IOException {
        FeatureId feature = archive.main();
        List<Entry> entries = of(feature.name());
        if (!entries.isEmpty() && last(entries).sha256().equals(archive.sha256())) {
            return;
        }
        for (Entry again : entries.stream().filter(entry -> entry.sha256().equals(archive.sha256())).toList()) {
            Files.deleteIfExists(again.path());
        }
        Files.createDirectories(folder);
        int number = entries.isEmpty() ? 1 : last(entries).number() + 1;
        Path part = Files.createTempFile(folder, ".", ".part");
        Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, folder.resolve("%s@%09d@%s@%s.kar".formatted(
                feature.name(), number, feature.version(), archive.sha256())), StandardCopyOption.ATOMIC_MOVE);
        List<Entry> now = of(feature.name());
        for (Entry old : now.subList(0, Math.max(0, now.size() - KEPT))) {
            Files.deleteIfExists(old.path());
        }
    }

    /** The archive that ran before this one, or the last that ran when this one never did. */
    synchronized Optional<Entry> before(Archive archive) throws IOException {
        List<Entry> entries = of(archive.main().name());
        int present = entries.stream().map(Entry::sha256).toList().indexOf(archive.sha256());
        List<Entry> older = present < 0 ? entries : entries.subList(0, present);
        return older.isEmpty() ? Optional.empty() : Optional.of(last(older));
    }

    /** Forgets an archive, for example because it was rolled back. */
    synchronized void forget(Archive archive) throws IOException {
        for (Entry entry : of(archive.main().name())) {
            if (entry.sha256().equals(archive.sha256())) {
                Files.deleteIfExists(entry.path());
            }
        }
    }

    private List<Entry> of(String feature) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(ArchiveHistory::entry).flatMap(Optional::stream)
                    .filter(entry -> entry.feature().equals(feature)).toList();
        }
    }

    private static Optional<Entry> entry(Path path) {
        Matcher name = NAME.matcher(path.getFileName().toString());
        return name.matches()
                ? Optional.of(new Entry(path, name.group(1), Integer.parseInt(name.group(2)),
                        name.group(3), name.group(4)))
                : Optional.empty();
    }

    private static Entry last(List<Entry> entries) {
        return entries.get(entries.size() - 1);
    }
}
