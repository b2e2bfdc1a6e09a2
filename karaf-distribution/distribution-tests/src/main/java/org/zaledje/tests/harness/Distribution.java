package org.zaledje.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A built distribution in a folder. */
public record Distribution(Path folder) {

    /** The one that was built last. */
    public static Distribution built() {
        Path folder = Path.of(setting("zaledje.assembly")).toAbsolutePath().normalize();
        if (!Files.isExecutable(folder.resolve("bin/zaledje"))) {
            throw new IllegalStateException("no distribution in " + folder + ": build it with ./zaledje build");
        }
        return new Distribution(folder);
    }

    /** A system property that the build sets. */
    public static String setting(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("the system property " + name + " is not set; run this through Maven");
        }
        return value;
    }

    public Path launcher() {
        return folder.resolve("bin/zaledje");
    }

    /** The shipped archive of a function. */
    public Path archive(String function) {
        List<Path> found = find(folder.resolve("functions"), "zaledje-" + function + "-", ".kar");
        if (found.size() != 1) {
            throw new IllegalStateException("not one archive of " + function + ": " + found);
        }
        return found.get(0);
    }

    /** All bundles that the platform has at run time. */
    public List<Path> bundles() {
        return find(folder.resolve("system"), "", ".jar");
    }

    private static List<Path> find(Path folder, String start, String end) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(start))
                    .filter(file -> file.getFileName().toString().endsWith(end))
                    .sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
