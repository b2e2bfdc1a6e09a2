package org.zaledje.platform.service.internal.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The archives that come with the distribution: files {@code zaledje-<name>-<version>.kar} in one folder. */
record ShippedArchives(Optional<Path> folder) {

    /** What the names of shipped features begin with. */
    static final String PREFIX = "zaledje-";

    private static final Pattern FILE = Pattern.compile(PREFIX + "([a-z0-9-]+?)-(\\d[\\w.-]*)\\.kar");

    List<String> names() {
        return List.copyOf(byName().keySet());
    }

    Optional<Path> find(String name) {
        return Optional.ofNullable(byName().get(name));
    }

    /** The highest version of each. */
    private Map<String, Path> byName() {
        Map<String, Path> found = new TreeMap<>();
        if (folder.filter(Files::isDirectory).isPresent()) {
            try (Stream<Path> files = Files.list(folder.get())) {
                files.filter(file -> FILE.matcher(file.getFileName().toString()).matches())
                        .sorted(Comparator.comparing(file -> feature(file).comparableVersion()))
                        .forEach(file -> found.put(feature(file).name(), file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static FeatureId feature(Path file) {
        Matcher parts = FILE.matcher(file.getFileName().toString());
        if (!parts.matches()) {
            throw new IllegalArgumentException(file.toString());
        }
        return new FeatureId(parts.group(1), parts.group(2));
    }
}
