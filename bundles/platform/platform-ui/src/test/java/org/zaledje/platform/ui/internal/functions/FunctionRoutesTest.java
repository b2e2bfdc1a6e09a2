package org.zaledje.platform.ui.internal.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.RouteRegistry;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.View;

class FunctionRoutesTest {

    private final RouteRegistry registry = ApplicationRouteRegistry.getInstance(new MapContext());
    private final RouteConfiguration found = RouteConfiguration.forRegistry(registry);
    private final FunctionRoutes routes = new FunctionRoutes(registry, Around.class);

    @Test
    void pagesHaveRoutesInTheShellWhileTheyAreWanted() {
        routes.show(views(view("ledger", First.class), view("ledger/entries/:id", Second.class)));
        assertThat(target("ledger")).contains(First.class);
        assertThat(target("ledger/entries/7")).contains(Second.class);
        assertThat(found.getAvailableRoutes()).allSatisfy(route ->
                assertThat(route.getParentLayout()).isEqualTo(Around.class));

        routes.show(Map.of());
        assertThat(target("ledger")).isEmpty();
        assertThat(target("ledger/entries/7")).isEmpty();
        assertThat(found.getAvailableRoutes()).isEmpty();
    }

    @Test
    void routesThatStayAreNotTouched() {
        Map<String, View<?>> ledger = views(view("ledger", First.class));
        routes.show(ledger);
        AtomicInteger changes = new AtomicInteger();
        registry.addRoutesChangeListener(event -> changes.incrementAndGet());
        Map<String, View<?>> both = new HashMap<>(ledger);
        both.put("hr", view("hr", Second.class));
        routes.show(both);
        routes.show(both);
        assertThat(target("ledger")).contains(First.class);
        assertThat(target("hr")).contains(Second.class);
        assertThat(changes).hasValue(1);
    }

    @Test
    void aNewVersionTakesThePathOfTheOldOne() {
        routes.show(views(view("ledger", First.class)));
        routes.show(views(view("ledger", Second.class)));
        assertThat(target("ledger")).contains(Second.class);
        routes.show(views(view("ledger", First.class)));
        assertThat(target("ledger")).contains(First.class);
    }

    private Optional<Class<? extends Component>> target(String path) {
        return registry.getNavigationTarget(path);
    }

    private static <C extends Component> View<C> view(String path, Class<C> type) {
        return View.of(path, type, LocalizedText.verbatim(path), () -> {
            throw new AssertionError("A route is made without a page.");
        });
    }

    private static Map<String, View<?>> views(View<?>... views) {
        Map<String, View<?>> byPath = new LinkedHashMap<>();
        List.of(views).forEach(view -> byPath.put(view.path(), view));
        return byPath;
    }

    /** Any layout. */
    public static final class Around extends Main implements RouterLayout {
        private static final long serialVersionUID = 1L;
    }

    /** Any page. */
    public static final class First extends Div {
        private static final long serialVersionUID = 1L;
    }

    /** Another page. */
    public static final class Second extends Div {
        private static final long serialVersionUID = 1L;
    }
}
