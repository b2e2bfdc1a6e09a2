package org.zaledje.platform.ui.internal.bridge;

import com.vaadin.flow.di.InstantiatorFactory;
import com.vaadin.flow.di.Lookup;
import com.vaadin.flow.di.OneTimeInitializerPredicate;
import com.vaadin.flow.di.ResourceProvider;
import com.vaadin.flow.router.DefaultRoutePathProvider;
import com.vaadin.flow.router.RoutePathProvider;
import com.vaadin.flow.server.StaticFileHandlerFactory;
import com.vaadin.flow.server.StaticFileServer;
import com.vaadin.flow.server.startup.ApplicationConfigurationFactory;
import com.vaadin.flow.server.startup.DefaultApplicationConfigurationFactory;
import java.net.URL;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What Vaadin would otherwise look for by scanning the class path, which a bundle doesn't have. */
final class PlatformLookup implements Lookup {

    private static final String SCRIPTS = "/VAADIN/static/";

    private final Map<Class<?>, Object> services;

    PlatformLookup(ViewFactory views, IndexPage indexPage) {
        BundleResources resources = new BundleResources();
        OneTimeInitializerPredicate always = () -> true;
        StaticFileHandlerFactory staticFiles = service -> new StaticFileServer(service) {
            @Override
            protected URL getStaticResource(String path) {
                URL script = path.startsWith(SCRIPTS)
                        ? resources.getApplicationResource("META-INF/resources" + path)
                        : null;
                return script == null ? super.getStaticResource(path) : script;
            }
        };
        InstantiatorFactory instantiators = service -> new PlatformInstantiator(service, views, indexPage);
        services = Map.of(
                OneTimeInitializerPredicate.class, always,
                ResourceProvider.class, resources,
                ApplicationConfigurationFactory.class, new DefaultApplicationConfigurationFactory(),
                StaticFileHandlerFactory.class, staticFiles,
                RoutePathProvider.class, new DefaultRoutePathProvider(),
                InstantiatorFactory.class, instantiators);
    }

    @Override
    public <T> T lookup(Class<T> type) {
        return type.cast(services.get(type));
    }

    @Override
    public <T> Collection<T> lookupAll(Class<T> type) {
        T service = lookup(type);
        return service == null ? List.of() : List.of(service);
    }
}
