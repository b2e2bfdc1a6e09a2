package org.zaledje.platform.service.internal.deploy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.service.internal.migration.Migrations;
import org.zaledje.platform.service.internal.problem.Reason;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;

/** Installs functions with Karaf's features service. */
final class KarafRuntime implements FunctionRuntime {

    private static final Logger LOG = LoggerFactory.getLogger(KarafRuntime.class);
    private static final Texts TEXTS = Texts.beside(KarafRuntime.class);
    private static final Duration MIGRATION_MAX = Duration.ofMinutes(5);
    private static final Duration START_MAX = Duration.ofSeconds(30);
    private static final Duration STOP_MAX = Duration.ofSeconds(15);

    /** What starts sooner is waited for, so that functions start one after the other; what does not is overtaken. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final long POLL_MILLIS = 20;
    private static final String REQUIREMENT = "feature:";

    private final BundleContext context;
    private final FeaturesService features;
    private final FeatureBundles bundles;
    private final Migrations migrations;
    private final Components components;
    private final PersistenceUnits units;

    // Used by the deployer's thread alone.
    private final Map<Archive, Work> starts = new HashMap<>();
    private final Map<Archive, Work> stops = new HashMap<>();

    KarafRuntime(
            BundleContext context, FeaturesService features, Migrations migrations, ServiceComponentRuntime components) {
        this.components = new Components(components);
        this.units = new PersistenceUnits(context);
        this.context = context;
        this.features = features;
        this.bundles = new FeatureBundles(context, features);
        this.migrations = migrations;
    }

    @Override
    public void prepare(Archive archive, Path folder, Runnable quiet) throws DeployProblem, InterruptedException {
        URI repository = repository(archive, folder);
        try {
            features.addRepository(repository);
            try {
                features.installFeatures(FeatureBundles.ids(archive),
                        EnumSet.of(Option.Simulate, Option.Upgrade, Option.NoAutoRefreshBundles));
            } finally {
                features.removeRepository(repository, false);
            }
            for (Path jar : jars(folder)) {
                Optional<LocalizedText> problem = migrations.migrateAhead(jar, quiet);
                if (problem.isPresent()) {
                    throw new DeployProblem(problem.get());
                }
            }
        } catch (InterruptedException | DeployProblem e) {
            throw e;
        } catch (Exception e) {
            throw new DeployProblem(TEXTS.text("install.failed", Reason.of(e)), e);
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar")).sorted().toList();
        }
    }

    @Override
    public void install(Archive archive, Path folder) throws DeployProblem, InterruptedException {
        try {
            features.addRepository(repository(archive, folder));
            // Without refreshing: a new function must not restart bundles that others are using. Without starting: the
            // container's own thread, which all functions share, would wait for one that never comes back.
            features.installFeatures(FeatureBundles.ids(archive), EnumSet.of(Option.NoAutoRefreshBundles, Option.NoAutoStartBundles));
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            if (!has(archive)) {
                remove(archive, folder);
                throw new DeployProblem(TEXTS.text("install.failed", Reason.of(e)), e);
            }
            LOG.warn("While {} was installed: {}", archive.main(), Reason.of(e));
        }
    }

    @Override
    public void exchange(Archive present, Path presentFolder, Archive archive, Path folder)
            throws DeployProblem, InterruptedException {
        try {
            features.addRepository(repository(archive, folder));
            bundles.uninstall(bundles.onlyOf(present, archive));
            // Both at once: each time, the container resolves all that it has, which takes longer than all the rest.
            features.installFeatures(FeatureBundles.ids(archive),
                    EnumSet.of(Option.Upgrade, Option.NoAutoRefreshBundles, Option.NoAutoStartBundles));
            features.removeRepository(repository(present, presentFolder), false);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            remove(present, presentFolder);
            throw new DeployProblem(TEXTS.text("install.failed", Reason.of(e)), e);
        }
    }

    @Override
    public void start(Archive archive) throws DeployProblem, InterruptedException {
        Work before = starts.get(archive);
        if (before != null && !before.isDone()) {
            return;
        }
        List<Bundle> wanted = bundles.withDependencies(archive);
        Work start = new Work("zaledje-start-" + archive.main().name(), () -> {
            for (Bundle bundle : wanted) {
                awaitLevel(bundle);
                if (bundle.getState() != Bundle.ACTIVE && !isFragment(bundle)) {
                    // Not remembered by the framework: at its next start it would wait for one that never comes back.
                    bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
                }
            }
            return null;
        });
        starts.put(archive, start);
        start.await(AT_ONCE);
    }

    private void awaitLevel(Bundle bundle) throws InterruptedException {
        FrameworkStartLevel framework =
                context.getBundle(Constants.SYSTEM_BUNDLE_ID).adapt(FrameworkStartLevel.class);
        int needed = bundle.adapt(BundleStartLevel.class).getStartLevel();
        while (framework.getStartLevel() < needed) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    @Override
    public Condition condition(Archive archive) throws DeployProblem, InterruptedException {
        Work start = starts.get(archive);
        if (start == null) {
            return Condition.failed(TEXTS.text("function.not-started"));
        }
        boolean isLate = start.age().compareTo(START_MAX) > 0;
        if (!start.isDone()) {
            return isLate ? Condition.failed(TEXTS.text("start.blocked", START_MAX.toSeconds())) : Condition.STARTING;
        }
        if (start.failure().isPresent()) {
            return Condition.failed(TEXTS.text("start.failed", Reason.of(root(start.failure().get()))));
        }
        List<Bundle> own = bundles.of(archive);
        for (Bundle bundle : own) {
            if (!isRunning(bundle)) {
                return Condition.failed(TEXTS.text("bundle.not-started", bundle.getSymbolicName()));
            }
            if (migrations.isUnderWay(bundle.getBundleId())) {
                return start.age().compareTo(MIGRATION_MAX) > 0
                        ? Condition.failed(TEXTS.text("start.blocked", MIGRATION_MAX.toSeconds())) : Condition.STARTING;
            }
            Optional<LocalizedText> problem = migrations.problemOf(bundle.getBundleId(), Duration.ZERO);
            if (problem.isPresent()) {
                return Condition.failed(problem.get());
            }
        }
        return components.problem(own)
                .map(problem -> problem.isFinal() || isLate ? Condition.failed(problem.text()) : Condition.STARTING)
                .or(() -> units.open(own).map(Condition::failed))
                .orElse(Condition.RUNNING);
    }

    private static Throwable root(Throwable thrown) {
        return thrown instanceof BundleException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    @Override
    public Set<String> functions(Archive archive) throws DeployProblem {
        Set<Bundle> own = Set.copyOf(bundles.of(archive));
        return offers().entrySet().stream()
                .filter(offer -> own.contains(offer.getKey().getBundle()))
                .map(Map.Entry::getValue).collect(Collectors.toSet());
    }

    @Override
    public Set<String> taken(Archive archive) throws DeployProblem {
        Set<Bundle> own = Set.copyOf(bundles.of(archive));
        Set<String> ofOthers = offers().entrySet().stream()
                .filter(offer -> !own.contains(offer.getKey().getBundle()))
                .map(Map.Entry::getValue).collect(Collectors.toSet());
        Set<String> taken = new TreeSet<>(functions(archive));
        taken.retainAll(ofOthers);
        return taken;
    }

    /** Which whiteboard services belong to which function. */
    private Map<ServiceReference<?>, String> offers() {
        Map<ServiceReference<?>, String> offers = new HashMap<>();
        try {
            ServiceReference<?>[] tied = context.getAllServiceReferences(null, "(" + BackOfficeFunction.FUNCTION + "=*)");
            for (ServiceReference<?> reference : tied == null ? new ServiceReference<?>[0] : tied) {
                offers.put(reference, String.valueOf(reference.getProperty(BackOfficeFunction.FUNCTION)));
            }
            for (ServiceReference<BackOfficeFunction> reference
                    : context.getServiceReferences(BackOfficeFunction.class, null)) {
                BackOfficeFunction function = context.getService(reference);
                if (function != null) {
                    offers.put(reference, function.id());
                    context.ungetService(reference);
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        return offers;
    }

    @Override
    public void stop(Archive archive) throws DeployProblem, InterruptedException {
        Work start = starts.get(archive);
        if (start != null && !start.isDone()) {
            start.interrupt();
        }
        List<Bundle> own = new ArrayList<>(bundles.of(archive));
        Collections.reverse(own);
        Work stop = stops.get(archive);
        if (stop == null || stop.isDone()) {
            stop = new Work("zaledje-stop-" + archive.main().name(), () -> {
                for (Bundle bundle : own) {
                    if (!isFragment(bundle)) {
                        bundle.stop(Bundle.STOP_TRANSIENT);
                    }
                }
                return null;
            });
            stops.put(archive, stop);
        }
        if (!stop.await(STOP_MAX)) {
            stop.interrupt();
            throw new DeployProblem(TEXTS.text("stop.blocked", STOP_MAX.toSeconds()));
        }
        stops.remove(archive);
        starts.remove(archive);
        LeftThreads.of(own).forEach(thread -> LOG.warn(
                "{} has stopped and left the thread \"{}\" behind; its author must end it on deactivation",
                archive.main(), thread.getName()));
    }

    private static boolean isRunning(Bundle bundle) {
        boolean isLazy = bundle.getState() == Bundle.STARTING
                && bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATIONPOLICY) != null;
        return bundle.getState() == Bundle.ACTIVE || isFragment(bundle) || isLazy;
    }

    private static boolean isFragment(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null && (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }

    @Override
    public void remove(Archive archive, Path folder) throws DeployProblem, InterruptedException {
        stop(archive);
        try {
            if (!required(archive).isEmpty()) {
                uninstall(archive);
            }
            features.removeRepository(repository(archive, folder), false);
        } catch (InterruptedException | DeployProblem e) {
            throw e;
        } catch (Exception e) {
            throw new DeployProblem(TEXTS.text("remove.failed", Reason.of(e)), e);
        }
    }

    private void uninstall(Archive archive) throws Exception {
        try {
            features.removeRequirements(Map.of(FeaturesService.ROOT_REGION, required(archive)),
                    EnumSet.of(Option.NoAutoStartBundles));
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            if (!required(archive).isEmpty()) {
                throw e;
            }
            LOG.warn("While {} was removed: {}", archive.main(), Reason.of(e));
        }
    }

    private Set<String> required(Archive archive) {
        Set<String> requirements = features.listRequirements().getOrDefault(FeaturesService.ROOT_REGION, Set.of());
        return requirements.stream().filter(requirement -> isFor(archive, requirement)).collect(Collectors.toSet());
    }

    /** Of whichever version: a process that was killed while it exchanged two may have left the older one. */
    private static boolean isFor(Archive archive, String requirement) {
        return archive.features().stream()
                .anyMatch(feature -> requirement.startsWith(REQUIREMENT + feature.name() + "/"));
    }

    @Override
    public boolean has(Archive archive) throws DeployProblem {
        return bundles.features(archive).size() == archive.features().size();
    }

    private static URI repository(Archive archive, Path folder) {
        return folder.resolve(archive.repository()).toUri();
    }
}
