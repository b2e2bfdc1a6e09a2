package org.zaledje.platform.service.internal.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record of what has been installed from which archive, in a file that is replaced as a whole at each change. An
 * installation is entered before it begins and struck out after its removal has ended, so that a process which was
 * killed in between finds what to tidy up. For one thread.
 */
final class Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final Path file;
    private final Map<String, Installation> installations = new TreeMap<>();

    Ledger(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            Properties stored = new Properties();
            try (InputStream in = Files.newInputStream(file)) {
                stored.load(in);
            }
            stored.stringPropertyNames().forEach(name -> read(name, stored.getProperty(name)));
        }
    }

    List<Installation> installations() {
        return List.copyOf(installations.values());
    }

    Optional<Installation> find(String archiveFile) {
        return Optional.ofNullable(installations.get(archiveFile));
    }

    void put(Installation installation) throws IOException {
        installations.put(installation.file(), installation);
        store();
    }

    void remove(String archiveFile) throws IOException {
        installations.remove(archiveFile);
        store();
    }

    private void read(String name, String text) {
        try {
            String[] parts = text.split(" ");
            List<FeatureId> features = Arrays.stream(parts[3].split(",")).map(FeatureId::parse).toList();
            Archive archive = new Archive(parts[1], features, parts[2]);
            installations.put(name, new Installation(name, archive, parts[0].equals("complete")));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            LOG.warn("{}: the entry for {} is not readable and is left out", file, name);
        }
    }

    private static String write(Installation installation) {
        Archive archive = installation.archive();
        return String.join(" ",
                installation.complete() ? "complete" : "incomplete",
                archive.sha256(),
                archive.repository(),
                archive.features().stream().map(FeatureId::toString).collect(Collectors.joining(",")));
    }

    private void store() throws IOException {
        Properties stored = new Properties();
        installations.forEach((name, installation) -> stored.setProperty(name, write(installation)));
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (OutputStream out = Files.newOutputStream(fresh)) {
            stored.store(out, "What is installed from the hot-deploy folder");
        }
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
