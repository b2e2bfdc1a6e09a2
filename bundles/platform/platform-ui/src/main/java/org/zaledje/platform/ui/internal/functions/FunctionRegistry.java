package org.zaledje.platform.ui.internal.functions;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.RouteRegistry;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.function.DeploymentListener;
import org.zaledje.platform.function.FunctionNavigation;
import org.zaledje.platform.function.NavigationItem;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.FunctionViews;
import org.zaledje.platform.ui.View;
import org.zaledje.platform.ui.internal.tab.Browsers;
import org.zaledje.platform.ui.internal.tab.CurrentPage;
import org.zaledje.platform.ui.internal.tab.FunctionClasses;

/**
 * The functions as the web UI sees them. A service that comes or goes changes routes at once and open tabs right
 * after. Of several services the one with the highest ranking counts, then the oldest: that is the order of the maps
 * below, which threads of the framework write and threads of requests read.
 */
@Component(service = {FunctionRegistry.class, DeploymentListener.class}, immediate = true)
public final class FunctionRegistry implements DeploymentListener {

    private final Map<ServiceReference<BackOfficeFunction>, BackOfficeFunction> functions = ranked();
    private final Map<ServiceReference<FunctionNavigation>, FunctionNavigation> navigations = ranked();
    private final Map<ServiceReference<FunctionViews>, FunctionViews> views = ranked();
    private final Map<RouteRegistry, FunctionRoutes> routes = new ConcurrentHashMap<>();
    private final Browsers browsers;

    @Activate
    public FunctionRegistry(@Reference Browsers browsers) {
        this.browsers = browsers;
    }

    /** All running functions in a language, by id, with the pages that the caller may see. */
    public List<FunctionMenu> menus(Caller caller, Locale locale) {
        Map<String, BackOfficeFunction> byId = new LinkedHashMap<>();
        functions.values().forEach(function -> byId.putIfAbsent(function.id(), function));
        Map<String, Map<String, NavigationItem>> pagesById = new LinkedHashMap<>();
        navigations.values().forEach(navigation -> {
            Map<String, NavigationItem> pages =
                    pagesById.computeIfAbsent(navigation.functionId(), id -> new LinkedHashMap<>());
            navigation.items().stream()
                    .filter(item -> item.right().map(right -> right.heldBy(caller)).orElse(true))
                    .forEach(item -> pages.putIfAbsent(item.path(), item));
        });
        TreeSet<String> ids = new TreeSet<>(byId.keySet());
        ids.addAll(pagesById.keySet());
        return ids.stream()
                .flatMap(id -> menu(id, byId.get(id), pagesById.getOrDefault(id, Map.of()).values(), locale).stream())
                .toList();
    }

    private static Optional<FunctionMenu> menu(
            String id, BackOfficeFunction function, Collection<NavigationItem> pages, Locale locale) {
        if (function != null) {
            return Optional.of(FunctionMenu.of(function, pages, locale));
        }
        return pages.isEmpty() ? Optional.empty() : Optional.of(FunctionMenu.ofPages(id, pages, locale));
    }

    /** Whether the function is running, or at least shows pages. */
    public boolean has(String id) {
        return Stream.concat(
                        functions.values().stream().map(BackOfficeFunction::id),
                        navigations.values().stream().map(FunctionNavigation::functionId))
                .anyMatch(id::equals);
    }

    /** The page of a function that has this class; empty when it is none of theirs. */
    public Optional<View<?>> view(Class<?> type) {
        return viewsOf(type).findFirst();
    }

    /** The title of a page of a function; empty when the class is none of theirs. */
    public Optional<LocalizedText> title(Class<?> type) {
        return viewsOf(type).<LocalizedText>map(View::title).findFirst();
    }

    /** Gives a web UI the routes of the functions, from now on. */
    public void attach(RouteRegistry registry, Class<? extends RouterLayout> layout) {
        FunctionRoutes added = new FunctionRoutes(registry, layout);
        routes.put(registry, added);
        added.show(wantedRoutes());
    }

    /** Leaves a web UI that is being stopped. */
    public void detach(RouteRegistry registry) {
        routes.remove(registry);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addFunction(ServiceReference<BackOfficeFunction> reference, BackOfficeFunction function) {
        functions.put(reference, function);
        changed();
    }

    void removeFunction(ServiceReference<BackOfficeFunction> reference) {
        functions.remove(reference);
        changed();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addNavigation(ServiceReference<FunctionNavigation> reference, FunctionNavigation navigation) {
        navigations.put(reference, navigation);
        changed();
    }

    void removeNavigation(ServiceReference<FunctionNavigation> reference) {
        navigations.remove(reference);
        changed();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addViews(ServiceReference<FunctionViews> reference, FunctionViews added) {
        views.put(reference, added);
        changed();
    }

    void removeViews(ServiceReference<FunctionViews> reference) {
        views.remove(reference);
        changed();
    }

    @Override
    public void deploymentsChanged() {
        browsers.each(FunctionRegistry::tell);
    }

    private void changed() {
        Map<String, View<?>> wanted = wantedRoutes();
        routes.values().forEach(present -> present.show(wanted));
        browsers.each(FunctionRegistry::tell);
    }

    private static void tell(UI tab) {
        if (CurrentPage.isOutdated(tab)) {
            CurrentPage.renew(tab);
        } else {
            CurrentPage.parts(tab).stream()
                    .filter(FunctionsObserver.class::isInstance)
                    .forEach(part -> ((FunctionsObserver) part).functionsChanged());
        }
        FunctionClasses.forget();
    }

    private Map<String, View<?>> wantedRoutes() {
        Map<String, View<?>> wanted = new LinkedHashMap<>();
        views.values().forEach(of -> of.views().stream()
                .filter(view -> FunctionPaths.isOwn(of.functionId(), view.path()))
                .forEach(view -> wanted.putIfAbsent(view.path(), view)));
        return wanted;
    }

    private Stream<View<?>> viewsOf(Class<?> type) {
        return views.values().stream().<View<?>>flatMap(of -> of.views().stream()).filter(view -> view.type() == type);
    }

    private static <S> Map<ServiceReference<S>, S> ranked() {
        return new ConcurrentSkipListMap<>(Comparator.reverseOrder());
    }
}
