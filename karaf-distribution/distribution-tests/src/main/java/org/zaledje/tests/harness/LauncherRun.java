package org.zaledje.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The launcher as it was started once, with what it prints. */
public final class LauncherRun implements AutoCloseable {

    private static final List<String> TELLING =
            List.of("org.zaledje.platform", "org.apache.felix.scr", "BLOCKED", "deadlock");
    private static final int THREAD_LINES_SHOWN = 25;

    private final Process process;
    private final Path out;
    private final Path error;

    private LauncherRun(Process process, Path out, Path error) {
        this.process = process;
        this.out = out;
        this.error = error;
    }

    /**
     * Starts the launcher.
     *
     * @param environment what it finds in its environment beside that of the tests
     * @param arguments   its command and options
     */
    public static LauncherRun start(
            Distribution distribution, Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(distribution.launcher().toString());
        command.addAll(arguments);
        try {
            Path out = Files.createTempFile("zaledje-out", ".txt");
            Path error = Files.createTempFile("zaledje-error", ".txt");
            out.toFile().deleteOnExit();
            error.toFile().deleteOnExit();
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile()).redirectError(error.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("ZALEDJE_"));
            builder.environment().putAll(environment);
            return new LauncherRun(builder.start(), out, error);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Process process() {
        return process;
    }

    /** What it has printed so far. */
    public List<String> out() {
        return Folders.tail(out, Integer.MAX_VALUE);
    }

    /** What it has complained of so far. */
    public List<String> error() {
        return Folders.tail(error, Integer.MAX_VALUE);
    }

    /** Waits until it has printed a line that begins so. */
    public String awaitLine(String start, Duration limit) {
        return Await.until("a line that begins with " + start, limit, () -> {
            List<String> lines = out();
            return lines.stream().filter(line -> line.startsWith(start)).findFirst()
                    .orElseGet(() -> process.isAlive() ? "" : "ended with " + process.exitValue() + ": " + error());
        }, line -> {
            if (line.startsWith("ended with ")) {
                throw new IllegalStateException(line);
            }
            return line.startsWith(start);
        });
    }

    /** Where the threads that run the platform's code, or wait for a component or a lock, are now. */
    public String threads() {
        Path jstack = Path.of(System.getProperty("java.home"), "bin", "jstack");
        try {
            Process asked = new ProcessBuilder(jstack.toString(), "" + process.pid()).redirectErrorStream(true).start();
            String all = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("\n\n"))
                    .filter(thread -> TELLING.stream().anyMatch(thread::contains))
                    .map(thread -> thread.lines().limit(THREAD_LINES_SHOWN).collect(Collectors.joining("\n")))
                    .collect(Collectors.joining("\n\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end and gives its exit value. */
    public int awaitExit(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("still runs after " + limit + "; printed " + out() + " " + error());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it at once, if it still runs. */
    @Override
    public void close() {
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(10));
    }
}
