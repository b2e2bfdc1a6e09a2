package org.zaledje.platform.service.internal.deploy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.VersionRange;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.BundleRevision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.service.internal.migration.Migrations;
import org.zaledje.platform.service.internal.problem.Reason;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;

/** Installs functions with Karaf's features service. */
final class KarafRuntime implements FunctionRuntime {

    private static final Logger LOG = LoggerFactory.getLogger(KarafRuntime.class);
    private static final Texts TEXTS = Texts.beside(KarafRuntime.class);
    private static final Duration MIGRATION_MAX = Duration.ofMinutes(5);
    private static final long POLL_MILLIS = 20;
    private static final String REQUIREMENT = "feature:";

    private final BundleContext context;
    private final FeaturesService features;
    private final Migrations migrations;

    KarafRuntime(BundleContext context, FeaturesService features, Migrations migrations) {
        this.context = context;
        this.features = features;
        this.migrations = migrations;
    }

    @Override
    public void install(Archive archive, Path folder) throws DeployProblem, InterruptedException {
        Optional<DeployProblem> problem = tryToInstall(archive, folder);
        if (problem.isPresent()) {
            remove(archive, folder);
            throw problem.get();
        }
    }

    private Optional<DeployProblem> tryToInstall(Archive archive, Path folder) throws InterruptedException {
        try {
            Optional<Exception> failure = provision(archive, folder);
            Optional<LocalizedText> notRunning = notRunningBecause(archive, MIGRATION_MAX);
            if (failure.isPresent() && (notRunning.isPresent() || !has(archive))) {
                Exception cause = failure.get();
                return Optional.of(new DeployProblem(TEXTS.text("install.failed", Reason.of(cause)), cause));
            }
            // The container also reports bundles of other features that do not start: those are no problem of this one.
            failure.ifPresent(other -> LOG.warn("While {} was installed: {}", archive.main(), Reason.of(other)));
            return notRunning.map(DeployProblem::new);
        } catch (DeployProblem e) {
            return Optional.of(e);
        }
    }

    private Optional<Exception> provision(Archive archive, Path folder) throws InterruptedException {
        try {
            features.addRepository(repository(archive, folder));
            // Without refreshing: a new function must not restart bundles that others are using.
            features.installFeatures(ids(archive), EnumSet.of(Option.NoAutoRefreshBundles));
            return Optional.empty();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return Optional.of(e);
        }
    }

    @Override
    public Optional<LocalizedText> notRunningBecause(Archive archive, Duration patience)
            throws DeployProblem, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (Bundle bundle : bundles(archive)) {
            while (isOnItsWay(bundle) && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
            if (!isRunning(bundle)) {
                return Optional.of(TEXTS.text("bundle.not-started", bundle.getSymbolicName()));
            }
            Optional<LocalizedText> problem = migrations.problemOf(bundle.getBundleId(), patience);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private List<Bundle> bundles(Archive archive) throws DeployProblem {
        Set<String> locations = features(archive).stream()
                .flatMap(feature -> feature.getBundles().stream())
                .filter(BundleInfo::isStart)
                .map(bundle -> bundle.getLocation().strip())
                .collect(Collectors.toSet());
        return Arrays.stream(context.getBundles()).filter(bundle -> locations.contains(bundle.getLocation())).toList();
    }

    private List<Feature> features(Archive archive) throws DeployProblem {
        try {
            return Arrays.stream(features.listInstalledFeatures())
                    .filter(feature -> ids(archive).contains(feature.getId()))
                    .toList();
        } catch (Exception e) {
            throw new DeployProblem(TEXTS.text("install.failed", Reason.of(e)), e);
        }
    }

    /** While the container starts, the turn of a bundle comes with its start level. */
    private boolean isOnItsWay(Bundle bundle) {
        int reached = context.getBundle(Constants.SYSTEM_BUNDLE_ID).adapt(FrameworkStartLevel.class).getStartLevel();
        return !isRunning(bundle) && reached <= bundle.adapt(BundleStartLevel.class).getStartLevel();
    }

    private static boolean isRunning(Bundle bundle) {
        boolean isFragment = (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
        boolean isLazy = bundle.getState() == Bundle.STARTING
                && bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATIONPOLICY) != null;
        return bundle.getState() == Bundle.ACTIVE || isFragment || isLazy;
    }

    @Override
    public void remove(Archive archive, Path folder) throws DeployProblem, InterruptedException {
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
            features.uninstallFeatures(required(archive), EnumSet.noneOf(Option.class));
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
        return archive.features().stream()
                .filter(feature -> requirements.stream().anyMatch(requirement -> isFor(feature, requirement)))
                .map(FeatureId::toString)
                .collect(Collectors.toSet());
    }

    private static boolean isFor(FeatureId feature, String requirement) {
        String start = REQUIREMENT + feature.name() + "/";
        return requirement.startsWith(start)
                && new VersionRange(requirement.substring(start.length())).includes(feature.comparableVersion());
    }

    @Override
    public boolean has(Archive archive) throws DeployProblem {
        return features(archive).size() == archive.features().size();
    }

    private static Set<String> ids(Archive archive) {
        return archive.features().stream().map(FeatureId::toString).collect(Collectors.toSet());
    }

    private static URI repository(Archive archive, Path folder) {
        return folder.resolve(archive.repository()).toUri();
    }
}
