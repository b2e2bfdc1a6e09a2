package org.zaledje.platform.service.internal.deploy;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.apache.karaf.features.BootFinished;
import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.function.Deployment;
import org.zaledje.platform.function.DeploymentListener;
import org.zaledje.platform.function.FunctionDeployer;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
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
    private static final Duration AFTER_ERROR = Duration.ofSeconds(5);
    private static final long STOP_MILLIS_MAX = 5_000;

    private final Path folder;
    private final ShippedArchives shipped;
    private final DeploymentBoard board;
    private final Reconciler reconciler;
    private final Thread worker = new Thread(this::run, "zaledje-deployer");
    private volatile boolean reconciled;

    /** Written by the threads that register services, read by the worker. */
    private final Set<DeploymentListener> listeners = new CopyOnWriteArraySet<>();

    @Activate
    public HotDeployer(
            BundleContext context,
            @Reference PlatformHome home,
            @Reference Clock clock,
            @Reference FeaturesService features,
            @Reference Migrations migrations,
            @Reference BootFinished booted) throws IOException {
        this(home, clock, new KarafRuntime(context, features, migrations));
    }

    HotDeployer(PlatformHome home, Clock clock, FunctionRuntime runtime) throws IOException {
        folder = home.deploy();
        shipped = new ShippedArchives(home.functions());
        board = new DeploymentBoard(clock, () -> listeners.forEach(HotDeployer::tell));
        Ledger ledger = new Ledger(home.data().resolve("deployments.properties"));
        reconciler = new Reconciler(home.archives(), ledger, runtime, board, clock);
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
            Duration next = reconciler.pass(ArchiveFile.in(folder));
            reconciled |= !next.isZero();
            return next;
        } catch (ClosedByInterruptException e) {
            throw new InterruptedException(e.getMessage());
        } catch (IOException | RuntimeException e) {
            LOG.error("The hot-deploy folder {} is tried again in {} s", folder, AFTER_ERROR.toSeconds(), e);
            return AFTER_ERROR;
        }
    }

    /** Whether what lay in the folder at the start is installed, or has failed. */
    boolean isReconciled() {
        return reconciled;
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
        Path archive = shipped.find(name).orElseThrow(() -> ProblemException.of(Kind.NOT_FOUND, "function.not-shipped",
                TEXTS.text("install.unknown", name, String.join(", ", shipped.names()))));
        try {
            ArchiveFile placed = place(archive);
            return board.awaitOutcome(placed, OUTCOME_MAX).orElseThrow(() -> unavailable("install.unfinished", name));
        } catch (IOException e) {
            throw unavailable("install.not-copied", name, folder.toString(), Reason.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("install.unfinished", name);
        }
    }

    private ArchiveFile place(Path archive) throws IOException {
        Path target = folder.resolve(archive.getFileName());
        if (!isInstalledAs(archive, target)) {
            Files.createDirectories(folder);
            Path copy = Files.createTempFile(folder, ".", ".part");
            Files.copy(archive, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return ArchiveFile.of(target).orElseThrow(() -> new IOException(target + " is gone"));
    }

    private boolean isInstalledAs(Path archive, Path target) throws IOException {
        return Files.exists(target) && Files.mismatch(archive, target) < 0
                && board.deployments().stream()
                        .anyMatch(deployment -> deployment.file().equals(target.getFileName().toString())
                                && deployment.state() == Deployment.State.INSTALLED);
    }

    @Override
    public void uninstall(String name) {
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
