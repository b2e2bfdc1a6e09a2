package org.zaledje.tests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * A running distribution on a data directory of its own, as a process. Closing it ends the process and deletes the
 * directory.
 */
public final class Zaledje implements AutoCloseable {

    public static final String ADMIN = "admin";
    /** The one function that is always there. */
    public static final String OF_THE_PLATFORM = "administration";

    public static final String PASSWORD = "correct horse battery staple";
    public static final String BACKUP_PASSPHRASE = "only for these tests";

    private static final Duration START_MAX = Duration.ofSeconds(120);
    private static final Duration STOP_MAX = Duration.ofSeconds(20);
    private static final Duration DEPLOY_MAX = Duration.ofSeconds(60);
    private static final int LOG_LINES_SHOWN = 30;

    /** What must answer before a shipped function counts as running: its services come one after the other. */
    private static final Map<String, List<String>> SERVED = Map.of(
            "accounting", List.of("/api/v1/accounting/invoices", "/api/v1/accounting/entries",
                    "/api/v1/accounting/trial-balance", "/soap/accounting?wsdl"),
            "notes", List.of("/api/v1/notes"));

    private final Distribution distribution;
    private final Path data;
    private final int port;
    private final int sshPort;
    private final boolean demo;
    private final Map<String, String> settings = new HashMap<>();
    private LauncherRun run;

    private Zaledje(Distribution distribution, Path data, boolean demo) {
        this.distribution = distribution;
        this.data = data;
        this.demo = demo;
        port = Ports.free();
        sshPort = Ports.free();
    }

    /** An empty platform, ready. */
    public static Zaledje started() {
        Zaledje zaledje = prepared(Distribution.built());
        zaledje.start();
        return zaledje;
    }

    /** A platform with demo content, ready. */
    public static Zaledje startedWithDemo() {
        Zaledje zaledje = new Zaledje(Distribution.built(), Folders.temporary("data"), true);
        zaledje.start();
        return zaledje;
    }

    /** A platform that has not been started: its data directory is empty. */
    public static Zaledje prepared(Distribution distribution) {
        return new Zaledje(distribution, Folders.temporary("data"), false);
    }

    /** Sets an environment variable for the next start. */
    public Zaledje with(String variable, String value) {
        settings.put(variable, value);
        return this;
    }

    /** Writes a configuration file into its data directory; to be called before it starts. */
    public void configure(String pid, String text) {
        try {
            Files.writeString(Files.createDirectories(data.resolve("etc")).resolve(pid + ".cfg"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it on its data directory, and waits until it says that it is ready. */
    public void start() {
        List<String> arguments = new ArrayList<>(List.of("run", "--port", "" + port, "--data", data.toString()));
        if (demo) {
            arguments.add("--demo");
        }
        run = LauncherRun.start(distribution, environment(), arguments);
        try {
            run.awaitLine("Zaledje is ready at http://localhost:" + port, START_MAX);
        } catch (AssertionError | IllegalStateException e) {
            IllegalStateException error = new IllegalStateException(log() + "\nthreads:\n" + run.threads(), e);
            run.close();
            throw error;
        }
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("ZALEDJE_ADMIN_PASSWORD", PASSWORD);
        environment.put("ZALEDJE_SSH_PORT", "" + sshPort);
        environment.put("ZALEDJE_BACKUP_PASSPHRASE", BACKUP_PASSPHRASE);
        environment.putAll(settings);
        return environment;
    }

    /** Ends it as Ctrl-C would, and waits for its end. */
    public int stop() {
        run.process().destroy();
        return run.awaitExit(STOP_MAX);
    }

    /** Ends it as a power cut would. */
    public void killNine() {
        run.process().destroyForcibly();
        run.awaitExit(STOP_MAX);
    }

    public Distribution distribution() {
        return distribution;
    }

    public LauncherRun run() {
        return run;
    }

    public Path data() {
        return data;
    }

    public Path deployFolder() {
        return data.resolve("deploy");
    }

    public int port() {
        return port;
    }

    public int sshPort() {
        return sshPort;
    }

    public String url() {
        return "http://localhost:" + port;
    }

    /** Calls as the administrator. */
    public Rest rest() {
        return anonymous().as(ADMIN, PASSWORD);
    }

    /** Calls without a login. */
    public Rest anonymous() {
        return Rest.at(url());
    }

    /** Puts the shipped archive of a function into the hot-deploy folder, and waits until the function runs. */
    public void deploy(String function) {
        Path archive = distribution.archive(function);
        drop(archive, fileName(function));
        awaitDeployment(fileName(function), "INSTALLED");
        awaitServed(function);
    }

    /** Waits until all doors of a shipped function are open. */
    public void awaitServed(String function) {
        awaitFunction(function);
        for (String path : SERVED.get(function)) {
            explained(() -> Await.until(path + " answers", DEPLOY_MAX, () -> rest().get(path),
                    answer -> answer.status() == 200));
        }
    }

    /** Puts an archive into the hot-deploy folder. */
    public void drop(Path archive, String name) {
        Folders.putWhole(archive, deployFolder(), name);
    }

    /** Takes a shipped function's archive out of the hot-deploy folder, and waits until the function is gone. */
    public void remove(String function) {
        takeAway(fileName(function));
        awaitNoFunction(function);
        awaitDeployment(fileName(function), "");
    }

    /** Takes an archive out of the hot-deploy folder. */
    public void takeAway(String name) {
        try {
            Files.delete(deployFolder().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the function run, if it does not yet. */
    public void ensure(String function) {
        if (!deployment(fileName(function)).path("state").asText().equals("INSTALLED")) {
            deploy(function);
        }
    }

    /** Makes none of the shipped functions run. */
    public void ensureEmpty() {
        for (JsonNode function : rest().get("/api/v1/functions").json().path("functions")) {
            if (!function.path("id").asText().equals(OF_THE_PLATFORM)) {
                remove(function.path("id").asText());
            }
        }
    }

    private String fileName(String function) {
        return distribution.archive(function).getFileName().toString();
    }

    /** Waits until a function runs, and gives what is listed of it. */
    public JsonNode awaitFunction(String function) {
        return explained(() -> Await.until(function + " runs", DEPLOY_MAX,
                () -> rest().get("/api/v1/functions/" + function), answer -> answer.status() == 200).json());
    }

    public void awaitNoFunction(String function) {
        explained(() -> Await.until(function + " is gone", DEPLOY_MAX,
                () -> rest().get("/api/v1/functions/" + function), answer -> answer.status() == 404));
    }

    /**
     * Waits until an archive in the hot-deploy folder has come into a state, and gives what is told of it.
     *
     * @param state empty: it is not there, nor anything that was installed from it
     */
    public JsonNode awaitDeployment(String file, String state) {
        return explained(() -> Await.until(file + " is " + state, DEPLOY_MAX, () -> deployment(file),
                deployment -> deployment.path("state").asText().equals(state)));
    }

    private JsonNode deployment(String file) {
        JsonNode deployments = rest().get("/api/v1/functions").json().path("deployments");
        return StreamSupport.stream(deployments.spliterator(), false)
                .filter(deployment -> deployment.path("file").asText().equals(file)).findFirst()
                .orElse(MissingNode.getInstance());
    }

    private <T> T explained(Await.Look<T> look) {
        try {
            return look.take();
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + log(), e);
        } catch (Exception e) {
            throw new IllegalStateException(log(), e);
        }
    }

    /** The end of the log, and what was printed. */
    public String log() {
        return "printed: " + run.out() + "\ncomplained: " + run.error() + "\nlog:\n"
                + String.join("\n", Folders.tail(data.resolve("log/zaledje.log"), LOG_LINES_SHOWN));
    }

    @Override
    public void close() {
        if (run != null) {
            run.close();
        }
        Folders.delete(data);
    }
}
