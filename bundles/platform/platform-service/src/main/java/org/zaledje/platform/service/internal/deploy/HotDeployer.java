package org.zaledje.platform.service.internal.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.karaf.features.BootFinished;
import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.function.Deployment;
import org.zaledje.platform.function.Deployment.State;
import org.zaledje.platform.function.DeploymentListener;
import org.zaledje.platform.function.FunctionDeployer;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.service.internal.home.PlatformHome;
import org.zaledje.platform.service.internal.migration.Migrations;
import org.zaledje.platform.service.internal.problem.Reason;
import org.zaledje.platform.text.Texts;

/**
 * The hot-deploy folder at work. Waits for {@link BootFinished}, because the container computes what to keep from what
 * was installed when a request came in: one made while it still boots would take away what boots after it.
 */
@Component(immediate = true, service = {FunctionDeployer.class, HotDeployer.class})
public final class HotDeployer implements FunctionDeployer {

    private static final Logger LOG = LoggerFactory.getLogger(HotDeployer.class);
    private static final Texts TEXTS = Texts.beside(HotDeployer.class);
    private static final Duration OUTCOME_MAX = Duration.ofMinutes(6);
    private static final Duration STATE_MAX = Duration.ofMinutes(1);
    private static final Duration AFTER_ERROR = Duration.ofSeconds(5);
    private static final long STOP_MILLIS_MAX = 5_000;
    private static final Pattern ARCHIVE_NAME = Pattern.compile("\\w[\\w.-]{0,150}\\.kar");

    private final Path folder;
    private final ShippedArchives shipped;
    private final DeploymentBoard board;
    private final Reconciler reconciler;
    private final ArchiveHistory history;
    private final StoppedFunctions stopped;
    private final Callers callers;
    private final Thread worker = new Thread(this::run, "zaledje-deployer");

    /** Written by the threads that register services, read by the worker. */
    private final Set<DeploymentListener> listeners = new CopyOnWriteArraySet<>();

    @Activate
    public HotDeployer(
            BundleContext context,
            @Reference PlatformHome home,
            @Reference Clock clock,
            @Reference FeaturesService features,
            @Reference Migrations migrations,
            @Reference ServiceComponentRuntime components,
            @Reference TrafficGate gate,
            @Reference Callers callers,
            @Reference BootFinished booted) throws IOException {
        this(home, clock, new KarafRuntime(context, features, migrations, components), gate, callers);
    }

    HotDeployer(PlatformHome home, Clock clock, FunctionRuntime runtime, TrafficGate gate, Callers callers)
            throws IOException {
        this.callers = callers;
        folder = home.deploy();
        shipped = new ShippedArchives(home.functions());
        board = new DeploymentBoard(clock, () -> listeners.forEach(HotDeployer::tell));
        Ledger ledger = new Ledger(home.data().resolve("deployments.properties"));
        history = new ArchiveHistory(home.data().resolve("previous"));
        stopped = new StoppedFunctions(folder);
        reconciler = new Reconciler(home.archives(), ledger, runtime, board, clock, gate, history, stopped);
        worker.start();
    }

    private void run() {
        try (FolderWatch watch = new FolderWatch(folder)) {
            while (!Thread.currentThread().isInterrupted()) {
                watch.await(pass());
            }
        } catch (InterruptedException e) {
            LOG.debug("Stopped");
        } catch (IOException e) {
            LOG.error("The hot-deploy folder {} can't be watched any more: {}", folder, e.getMessage(), e);
        }
    }

    private Duration pass() throws InterruptedException {
        try {
            return reconciler.pass(ArchiveFile.in(folder));
        } catch (ClosedByInterruptException e) {
            throw new InterruptedException(e.getMessage());
        } catch (IOException | RuntimeException e) {
            LOG.error("The hot-deploy folder {} is tried again in {} s", folder, AFTER_ERROR.toSeconds(), e);
            return AFTER_ERROR;
        }
    }

    /** Whether what lay in the folder at the start is installed, or has failed. */
    boolean isReconciled() {
        return reconciler.isSettled();
    }

    @Override
    public List<Deployment> deployments() {
        return board.deployments();
    }

    @Override
    public List<String> shipped() {
        return shipped.names();
    }

    @Override
    public Deployment install(String name) {
        requireManager();
        Path archive = shipped.find(name).orElseThrow(() -> ProblemException.of(Kind.NOT_FOUND, "function.not-shipped",
                TEXTS.text("install.unknown", name, String.join(", ", shipped.names()))));
        Path target = folder.resolve(archive.getFileName());
        return outcome(name, () -> isInstalledAs(archive, target)
                ? placed(target) : place(copy -> Files.copy(archive, copy, StandardCopyOption.REPLACE_EXISTING), target));
    }

    @Override
    public Deployment install(String fileName, InputStream archive) {
        requireManager();
        if (!ARCHIVE_NAME.matcher(fileName).matches()) {
            throw ProblemException.of(Kind.RULES_BROKEN, "function.not-an-archive", TEXTS.text("install.name", fileName));
        }
        return outcome(fileName, () -> place(copy -> {
            try (OutputStream out = Files.newOutputStream(copy)) {
                copy(archive, out);
            }
            requireReadable(copy);
        }, folder.resolve(fileName)));
    }

    private static void requireReadable(Path archive) throws IOException {
        try {
            ArchiveReader.read(archive);
        } catch (DeployProblem e) {
            throw ProblemException.of(Kind.RULES_BROKEN, "function.not-an-archive", TEXTS.text("install.refused", e.text()));
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        long left = ARCHIVE_BYTES_MAX;
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            left -= read;
            if (left < 0) {
                throw ProblemException.of(Kind.TOO_LARGE, "function.archive-too-large",
                        TEXTS.text("install.too-large", ARCHIVE_BYTES_MAX >> 20));
            }
            out.write(buffer, 0, read);
        }
    }

    @Override
    public Deployment rollback(String name) {
        requireManager();
        Deployment present = serving(name);
        ArchiveHistory.Entry before = before(present).orElseThrow(() -> ProblemException.of(
                Kind.CONFLICT, "function.no-previous", TEXTS.text("rollback.none", name)));
        return outcome(name, () -> {
            Archive archive = read(folder.resolve(present.file()));
            Path target = folder.resolve(before.feature() + "-" + before.version() + ArchiveFile.SUFFIX);
            ArchiveFile placed = place(
                    copy -> Files.copy(before.path(), copy, StandardCopyOption.REPLACE_EXISTING), target);
            for (Deployment other : board.deployments()) {
                if (other.name().equals(present.name()) && !folder.resolve(other.file()).equals(target)) {
                    Files.deleteIfExists(folder.resolve(other.file()));
                }
            }
            history.forget(archive);
            return placed;
        }, state -> state != State.INSTALLING && state != State.SUPERSEDED);
    }

    @Override
    public Optional<String> previousVersion(String name) {
        return board.deployments().stream()
                .filter(deployment -> isCalled(deployment, name) && deployment.state() != State.SUPERSEDED)
                .findFirst().flatMap(this::before).map(ArchiveHistory.Entry::version);
    }

    private Optional<ArchiveHistory.Entry> before(Deployment present) {
        try {
            return history.before(read(folder.resolve(present.file())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Archive read(Path file) throws IOException {
        try {
            return ArchiveReader.read(file);
        } catch (DeployProblem e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void stop(String name) {
        requireManager();
        Deployment present = serving(name);
        mark(name, () -> stopped.add(feature(present)));
        awaitState(present, name, state -> state == State.STOPPED);
    }

    @Override
    public Deployment start(String name) {
        requireManager();
        Deployment present = serving(name);
        mark(name, () -> stopped.remove(feature(present)));
        return awaitState(present, name, state -> state != State.STOPPED && state != State.INSTALLING);
    }

    private Deployment serving(String name) {
        return board.deployments().stream()
                .filter(deployment -> isCalled(deployment, name) && deployment.name().isPresent())
                .filter(deployment -> deployment.state() != State.SUPERSEDED)
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        Kind.NOT_FOUND, "function.not-deployed", TEXTS.text("remove.unknown", name)));
    }

    private static FeatureId feature(Deployment deployment) {
        return new FeatureId(deployment.name().orElseThrow(), deployment.version().orElseThrow());
    }

    private void mark(String name, Change change) {
        try {
            change.make();
        } catch (IOException e) {
            throw unavailable("mark.failed", name, folder.toString(), Reason.of(e));
        }
    }

    private Deployment awaitState(Deployment present, String name, Predicate<State> wanted) {
        try {
            return board.awaitState(present.file(), wanted, STATE_MAX)
                    .orElseThrow(() -> unavailable("install.unfinished", name));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("install.unfinished", name);
        }
    }

    /** Whoever has logged in must be allowed to; without a caller it is the shell, which only administrators reach. */
    private void requireManager() {
        callers.current().ifPresent(caller -> callers.requireEverywhere(MANAGE));
    }

    private Deployment outcome(String name, Placing placing) {
        return outcome(name, placing, state -> state != State.INSTALLING);
    }

    private Deployment outcome(String name, Placing placing, Predicate<State> wanted) {
        try {
            return board.awaitOutcome(placing.place(), wanted, OUTCOME_MAX)
                    .orElseThrow(() -> unavailable("install.unfinished", name));
        } catch (IOException e) {
            throw unavailable("install.not-copied", name, folder.toString(), Reason.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("install.unfinished", name);
        }
    }

    /** Puts a file into the folder, complete before it has its name. */
    private ArchiveFile place(Filling filling, Path target) throws IOException {
        Files.createDirectories(folder);
        Path copy = Files.createTempFile(folder, ".", ".part");
        try {
            filling.fill(copy);
            Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(copy);
        }
        return placed(target);
    }

    private static ArchiveFile placed(Path target) throws IOException {
        return ArchiveFile.of(target).orElseThrow(() -> new IOException(target + " is gone"));
    }

    @FunctionalInterface
    private interface Placing {
        ArchiveFile place() throws IOException;
    }

    @FunctionalInterface
    private interface Filling {
        void fill(Path copy) throws IOException;
    }

    @FunctionalInterface
    private interface Change {
        void make() throws IOException;
    }

    private boolean isInstalledAs(Path archive, Path target) throws IOException {
        return Files.exists(target) && Files.mismatch(archive, target) < 0
                && board.deployments().stream()
                        .anyMatch(deployment -> deployment.file().equals(target.getFileName().toString())
                                && deployment.state() == Deployment.State.INSTALLED);
    }

    @Override
    public void uninstall(String name) {
        requireManager();
        List<String> files = board.deployments().stream()
                .filter(deployment -> isCalled(deployment, name))
                .map(Deployment::file)
                .toList();
        if (files.isEmpty()) {
            throw ProblemException.of(Kind.NOT_FOUND, "function.not-deployed", TEXTS.text("remove.unknown", name));
        }
        try {
            for (String file : files) {
                Files.deleteIfExists(folder.resolve(file));
            }
            if (!board.awaitGone(files, OUTCOME_MAX)) {
                throw unavailable("remove.unfinished", name);
            }
        } catch (IOException e) {
            throw unavailable("remove.not-deleted", name, folder.toString(), Reason.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("remove.unfinished", name);
        }
    }

    private static boolean isCalled(Deployment deployment, String name) {
        String feature = deployment.name().orElse("");
        return List.of(deployment.file(), feature).contains(name) || feature.equals(ShippedArchives.PREFIX + name);
    }

    private static ProblemException unavailable(String key, Object... arguments) {
        return ProblemException.of(Kind.UNAVAILABLE, "function." + key, TEXTS.text(key, arguments));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(DeploymentListener listener) {
        listeners.add(listener);
    }

    void removeListener(DeploymentListener listener) {
        listeners.remove(listener);
    }

    private static void tell(DeploymentListener listener) {
        try {
            listener.deploymentsChanged();
        } catch (RuntimeException e) {
            LOG.error("{} does not take the news of a deployment", listener.getClass().getName(), e);
        }
    }

    @Deactivate
    void close() throws InterruptedException {
        worker.interrupt();
        worker.join(STOP_MILLIS_MAX);
    }
}
