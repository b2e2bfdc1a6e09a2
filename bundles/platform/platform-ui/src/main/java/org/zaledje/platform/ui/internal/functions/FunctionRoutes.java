package org.zaledje.platform.ui.internal.functions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.RouteRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zaledje.platform.ui.View;

/** The routes of functions in one web UI. */
final class FunctionRoutes {

    private final RouteConfiguration routes;
    private final Class<? extends RouterLayout> layout;
    private final Map<String, Class<? extends Component>> present = new HashMap<>();

    FunctionRoutes(RouteRegistry registry, Class<? extends RouterLayout> layout) {
        this.routes = RouteConfiguration.forRegistry(registry);
        this.layout = layout;
    }

    /** Makes the routes be those of {@code wanted}, by path; the ones that stay are not touched. */
    synchronized void show(Map<String, View<?>> wanted) {
        Map<String, Class<? extends Component>> gone = new HashMap<>(present);
        gone.entrySet().removeIf(route -> isWanted(wanted.get(route.getKey()), route.getValue()));
        routes.update(() -> {
            gone.values().forEach(routes::removeRoute);
            present.keySet().removeAll(gone.keySet());
            wanted.forEach((path, view) -> {
                if (present.putIfAbsent(path, view.type()) == null) {
                    routes.setRoute(path, view.type(), List.of(layout));
                }
            });
        });
    }

    private static boolean isWanted(View<?> view, Class<?> type) {
        return view != null && view.type() == type;
    }
}
