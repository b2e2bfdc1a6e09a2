package org.zaledje.platform.service.internal.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.zaledje.platform.backup.Backups;

/** The backups that were made by the job, each with a small file beside it that tells what is known of it. */
final class BackupFolder {

    private static final String PREFIX = "zaledje-";
    private static final String SUFFIX = ".backup";
    private static final String NOTE = ".json";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final JsonFactory JSON = new JsonFactory();

    private final Path folder;

    BackupFolder(Path folder) {
        this.folder = folder;
    }

    /** A new name in the folder, which is made when it is missing. */
    Path next(Instant now) throws IOException {
        Files.createDirectories(folder);
        return folder.resolve(PREFIX + NAME.format(now) + SUFFIX);
    }

    void note(Backups.Kept kept) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(kept.file().getFileName() + NOTE));
                JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("madeAt", kept.madeAt().toString());
            json.writeStringField("rows", String.valueOf(kept.rows()));
            if (kept.provenAt().isPresent()) {
                json.writeStringField("provenAt", kept.provenAt().get().toString());
            }
            json.writeEndObject();
        }
    }

    /** Latest first; those without a note, which were not made to their end, are left out. */
    List<Backups.Kept> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Backups.Kept> kept = new ArrayList<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : (Iterable<Path>) found.filter(BackupFolder::isBackup)::iterator) {
                read(file).ifPresent(kept::add);
            }
        }
        kept.sort(Comparator.comparing(Backups.Kept::madeAt).reversed());
        return kept;
    }

    private static boolean isBackup(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    private static Optional<Backups.Kept> read(Path file) throws IOException {
        Path note = file.resolveSibling(file.getFileName() + NOTE);
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        Map<String, String> members = new HashMap<>();
        try (JsonParser json = JSON.createParser(note.toFile())) {
            while (json.nextToken() != null) {
                if (json.currentToken().isScalarValue()) {
                    members.put(json.currentName(), json.getText());
                }
            }
        }
        return Optional.of(new Backups.Kept(file, Instant.parse(members.get("madeAt")), Files.size(file),
                Long.parseLong(members.getOrDefault("rows", "0")), Optional.ofNullable(members.get("provenAt")).map(Instant::parse)));
    }

    /** Removes the oldest, so that so many stay; the latest proven one stays in any case. Answers what was removed. */
    List<Path> retain(int count) throws IOException {
        List<Backups.Kept> all = list();
        Optional<Path> proven = all.stream().filter(kept -> kept.provenAt().isPresent()).map(Backups.Kept::file).findFirst();
        List<Path> removed = new ArrayList<>();
        for (Backups.Kept old : all.subList(Math.min(count, all.size()), all.size())) {
            if (!proven.equals(Optional.of(old.file()))) {
                Files.deleteIfExists(old.file());
                Files.deleteIfExists(old.file().resolveSibling(old.file().getFileName() + NOTE));
                removed.add(old.file());
            }
        }
        return removed;
    }
}
