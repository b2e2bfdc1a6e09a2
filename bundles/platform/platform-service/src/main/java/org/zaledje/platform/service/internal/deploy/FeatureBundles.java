package org.zaledje.platform.service.internal.deploy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Dependency;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.service.internal.problem.Reason;
import org.zaledje.platform.text.Texts;

/** Tells which bundles in the container belong to which features. */
record FeatureBundles(BundleContext context, FeaturesService features) {

    private static final Logger LOG = LoggerFactory.getLogger(FeatureBundles.class);
    private static final Texts TEXTS = Texts.beside(FeatureBundles.class);
    private static final Duration REFRESH_MAX = Duration.ofSeconds(15);

    /** The ids of an archive's features, as the container writes them. */
    static Set<String> ids(Archive archive) {
        return archive.features().stream().map(FeatureId::toString).collect(Collectors.toSet());
    }

    /** An archive's features that are installed. */
    List<Feature> features(Archive archive) throws DeployProblem {
        try {
            return Arrays.stream(features.listInstalledFeatures())
                    .filter(feature -> ids(archive).contains(feature.getId()))
                    .toList();
        } catch (Exception e) {
            throw new DeployProblem(TEXTS.text("install.failed", Reason.of(e)), e);
        }
    }

    /** The bundles of an archive's features that are meant to be started, in the order in which they start. */
    List<Bundle> of(Archive archive) throws DeployProblem {
        return present(features(archive), BundleInfo::isStart);
    }

    /** The same after those of the features that they need. */
    List<Bundle> withDependencies(Archive archive) throws DeployProblem {
        try {
            return present(closure(features(archive)), BundleInfo::isStart);
        } catch (DeployProblem e) {
            throw e;
        } catch (Exception e) {
            throw new DeployProblem(TEXTS.text("install.failed", Reason.of(e)), e);
        }
    }

    /** The bundles that an installed archive needs, and neither the one that will replace it nor anybody else. */
    List<Bundle> onlyOf(Archive present, Archive replacement) throws Exception {
        Set<Feature> staying = closure(Arrays.stream(features.listRequiredFeatures())
                .filter(feature -> !ids(present).contains(feature.getId())).toList());
        for (FeatureId feature : replacement.features()) {
            collect(features.getFeature(feature.name(), feature.version()), staying);
        }
        List<Bundle> kept = present(staying, bundle -> true);
        return present(closure(features(present)), bundle -> true).stream()
                .filter(bundle -> !kept.contains(bundle)).toList();
    }

    /** Uninstalls bundles that are stopped, so that none that is installed then is wired to their packages. */
    void uninstall(List<Bundle> gone) throws BundleException, InterruptedException {
        for (Bundle bundle : gone) {
            bundle.uninstall();
        }
        CountDownLatch refreshed = new CountDownLatch(1);
        context.getBundle(Constants.SYSTEM_BUNDLE_ID).adapt(FrameworkWiring.class)
                .refreshBundles(gone, event -> refreshed.countDown());
        if (!refreshed.await(REFRESH_MAX.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("{} are not refreshed in {} s", gone, REFRESH_MAX.toSeconds());
        }
    }

    private Set<Feature> closure(Collection<Feature> of) throws Exception {
        Set<Feature> all = new LinkedHashSet<>();
        for (Feature feature : of) {
            collect(feature, all);
        }
        return all;
    }

    private void collect(Feature feature, Set<Feature> all) throws Exception {
        for (Dependency dependency : feature.getDependencies()) {
            Feature needed = features.getFeature(dependency.getName(), dependency.getVersion());
            if (needed != null && !all.contains(needed)) {
                collect(needed, all);
            }
        }
        all.add(feature);
    }

    private List<Bundle> present(Collection<Feature> of, Predicate<BundleInfo> wanted) {
        List<String> locations = of.stream()
                .flatMap(feature -> feature.getBundles().stream())
                .filter(wanted)
                .map(bundle -> bundle.getLocation().strip())
                .toList();
        return Arrays.stream(context.getBundles())
                .filter(bundle -> locations.contains(bundle.getLocation()))
                .sorted(Comparator.comparingInt((Bundle bundle) -> bundle.adapt(BundleStartLevel.class).getStartLevel())
                        .thenComparingInt(bundle -> locations.indexOf(bundle.getLocation())))
                .toList();
    }
}
