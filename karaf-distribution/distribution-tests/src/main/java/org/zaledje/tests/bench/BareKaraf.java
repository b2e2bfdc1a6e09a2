package org.zaledje.tests.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.Distribution;
import org.zaledje.tests.harness.Folders;
import org.zaledje.tests.harness.Ports;

/** Karaf of the same version as it is published, unpacked anew: what starting is measured against. */
final class BareKaraf implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofSeconds(60);

    private final Path folder = Folders.temporary("karaf");
    private final int shellPort = Ports.free();
    private Process process;

    static Path archive() {
        return Path.of(Distribution.setting("zaledje.bare-karaf"));
    }

    BareKaraf() {
        run(List.of("tar", "xzf", archive().toString(), "-C", folder.toString(), "--strip-components=1"));
        setting("org.apache.karaf.shell.cfg", "sshPort = 8101", "sshPort = " + shellPort);
        setting("org.apache.karaf.management.cfg", "rmiRegistryPort = 1099", "rmiRegistryPort = " + Ports.free());
        setting("org.apache.karaf.management.cfg", "rmiServerPort = 44444", "rmiServerPort = " + Ports.free());
    }

    private void setting(String file, String before, String after) {
        try {
            Path path = folder.resolve("etc").resolve(file);
            Files.writeString(path, Files.readString(path).replace(before, after));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " ended with " + process.exitValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Milliseconds until its shell's port takes a connection. */
    long start() {
        long begin = System.nanoTime();
        try {
            ProcessBuilder builder = new ProcessBuilder(folder.resolve("bin/karaf").toString(), "server")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(Map.of("KARAF_EXEC", "exec"));
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Await.until("the shell of a bare Karaf", START_MAX, this::listens, listening -> listening);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    private boolean listens() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", shellPort), 100);
            return true;
        }
    }

    long residentKilobytes() {
        return Memory.residentKilobytes(process.pid());
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Folders.delete(folder);
    }
}
