package org.zaledje.tests.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleWiring;
import org.zaledje.platform.function.Deployment;
import org.zaledje.platform.function.FunctionCatalogue;
import org.zaledje.platform.function.FunctionDeployer;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.soap.SoapEndpoint;

/** Runs inside the container: installs and removes accounting, and looks at what that does to the framework. */
public class FunctionsProbe {

    private static final String FUNCTION = "accounting";
    private static final int COLLECTIONS_MAX = 100;
    private static final long COLLECTION_INTERVAL_NANOS = 100_000_000;

    private static final List<WeakReference<ClassLoader>> LOADERS = new ArrayList<>();
    private static final Set<String> DISTURBED = ConcurrentHashMap.newKeySet();
    private static Set<String> platform = Set.of();
    private static BundleListener watch;

    @Inject
    private BundleContext context;
    @Inject
    private FunctionDeployer deployer;
    @Inject
    private FunctionCatalogue catalogue;

    @Test
    public void watchThePlatform() {
        BundleContext system = context.getBundle(0).getBundleContext();
        platform = names(Arrays.asList(system.getBundles()));
        DISTURBED.clear();
        if (watch != null) {
            return;
        }
        watch = (SynchronousBundleListener) event -> {
            boolean gone = (event.getType() & (BundleEvent.STOPPING | BundleEvent.UNRESOLVED)) != 0;
            if (gone && platform.contains(event.getBundle().getSymbolicName())) {
                DISTURBED.add(event.getBundle().getSymbolicName());
            }
        };
        system.addBundleListener(watch);
    }

    @Test
    public void nothingOfThePlatformWasDisturbed() {
        assertEquals(Set.of(), DISTURBED);
    }

    @Test
    public void install() {
        assertEquals(Deployment.State.INSTALLED, deployer.install(FUNCTION).state());
    }

    @Test
    public void remove() {
        deployer.uninstall(FUNCTION);
    }

    @Test
    public void everythingOfTheFunctionIsThere() throws Exception {
        assertTrue(catalogue.find(FUNCTION).isPresent());
        assertEquals(4, own().size());
        own().forEach(bundle -> assertEquals(bundle.getSymbolicName(), Bundle.ACTIVE, bundle.getState()));
        assertFalse(services(RestResource.class).isEmpty());
        assertEquals(1, services(SoapEndpoint.class).size());
        assertEquals(1, context.getServiceReferences(javax.sql.DataSource.class,
                "(osgi.jndi.service.name=zaledje-accounting)").size());
    }

    /** Every route there is, those that no list shows included; but for one's own account. */
    @Test
    public void everyPageAsksForAPermission() throws Exception {
        List<String> open = new ArrayList<>();
        int pages = 0;
        for (ServiceReference<?> reference : context.getAllServiceReferences("org.zaledje.platform.ui.FunctionViews", null)) {
            Object views = context.getService(reference);
            for (Object view : (List<?>) views.getClass().getMethod("views").invoke(views)) {
                pages++;
                if (((Optional<?>) view.getClass().getMethod("right").invoke(view)).isEmpty()) {
                    open.add((String) view.getClass().getMethod("path").invoke(view));
                }
            }
        }
        assertEquals(List.of("account"), open);
        assertTrue(pages + " pages", pages > 20);
    }

    @Test
    public void nothingOfTheFunctionIsThere() throws Exception {
        assertFalse(catalogue.find(FUNCTION).isPresent());
        assertEquals(List.of(), own());
        assertTrue(services(RestResource.class).isEmpty());
        assertTrue(services(SoapEndpoint.class).isEmpty());
        assertEquals(0, context.getServiceReferences(javax.sql.DataSource.class,
                "(osgi.jndi.service.name=zaledje-accounting)").size());
    }

    @Test
    public void rememberItsClassLoaders() {
        own().forEach(bundle -> LOADERS.add(new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader())));
        assertEquals(0, LOADERS.size() % 4);
    }

    @Test
    public void noneOfItsClassLoadersIsLeft() {
        letTheJdkForgetTheLastRecord();
        for (int i = 0; i < COLLECTIONS_MAX && left() > 0; i++) {
            System.gc();
            LockSupport.parkNanos(COLLECTION_INTERVAL_NANOS);
        }
        assertEquals("class loaders left of " + LOADERS.size(), List.of(), leftNames());
    }

    /** A value; what matters is that it is no function's. */
    private record Own(String text) {
    }

    /** The JDK holds the class of the record whose methods it has made last: let that be one of ours. */
    private static void letTheJdkForgetTheLastRecord() {
        assertEquals(new Own("text"), new Own("text"));
        assertEquals(new Own("text").hashCode(), new Own("text").hashCode());
    }

    private static long left() {
        return LOADERS.stream().filter(loader -> loader.get() != null).count();
    }

    private static List<String> leftNames() {
        return LOADERS.stream().map(WeakReference::get).filter(loader -> loader != null)
                .map(loader -> String.valueOf(loader)).toList();
    }

    private List<Bundle> own() {
        return Arrays.stream(context.getBundle(0).getBundleContext().getBundles())
                .filter(bundle -> bundle.getLocation().matches(".*(accounting|en16931).*"))
                .toList();
    }

    private <T> Collection<ServiceReference<T>> services(Class<T> type) throws Exception {
        return context.getServiceReferences(type, "(zaledje.function=" + FUNCTION + ")");
    }

    private static Set<String> names(Collection<Bundle> bundles) {
        return bundles.stream().map(Bundle::getSymbolicName).collect(Collectors.toSet());
    }
}
