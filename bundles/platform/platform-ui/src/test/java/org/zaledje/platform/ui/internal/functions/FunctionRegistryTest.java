package org.zaledje.platform.ui.internal.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.RouteRegistry;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceReference;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.function.FunctionNavigation;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Grant;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.FunctionViews;
import org.zaledje.platform.ui.View;
import org.zaledje.platform.ui.internal.tab.BackgroundWork;
import org.zaledje.platform.ui.internal.tab.Browsers;

class FunctionRegistryTest {

    private final BackgroundWork work = new BackgroundWork();
    private final FunctionRegistry functions = new FunctionRegistry(new Browsers(work));
    private final RouteRegistry routes = ApplicationRouteRegistry.getInstance(new MapContext());

    @AfterEach
    void stop() {
        work.stop();
    }

    @Test
    void aFunctionIsInTheMenuWhileItIsThere() {
        ServiceReference<BackOfficeFunction> function = FakeReference.of(0, 1);
        functions.addFunction(function, new Named("ledger", "Ledger", "Glavna knjiga"));
        ServiceReference<FunctionNavigation> navigation = FakeReference.of(0, 2);
        functions.addNavigation(navigation, new Pages("ledger", List.of(page("ledger"), page("ledger/journal"))));

        FunctionMenu menu = functions.menus(Caller.system(), new Locale("sl")).get(0);
        assertThat(menu.title()).isEqualTo("Glavna knjiga");
        assertThat(menu.pages()).extracting(FunctionMenu.Page::path).containsExactly("ledger", "ledger/journal");
        assertThat(functions.has("ledger")).isTrue();

        functions.removeNavigation(navigation);
        assertThat(functions.menus(Caller.system(), Locale.ENGLISH)).singleElement()
                .satisfies(left -> assertThat(left.pages()).isEmpty());
        functions.removeFunction(function);
        assertThat(functions.menus(Caller.system(), Locale.ENGLISH)).isEmpty();
        assertThat(functions.has("ledger")).isFalse();
    }

    @Test
    void pagesThatComeBeforeTheirFunctionAreShownUnderTheFirstOnesTitle() {
        functions.addNavigation(FakeReference.of(0, 1), new Pages("hr", List.of(page("hr"))));
        assertThat(functions.menus(Caller.system(), Locale.ENGLISH)).singleElement()
                .satisfies(menu -> assertThat(menu.title()).isEqualTo("Title of hr"));
    }

    @Test
    void theHighestRankingCountsThenTheOldest() {
        functions.addFunction(FakeReference.of(0, 5), new Named("ledger", "younger", ""));
        functions.addFunction(FakeReference.of(0, 3), new Named("ledger", "older", ""));
        assertThat(functions.menus(Caller.system(), Locale.ENGLISH)).extracting(FunctionMenu::title).containsExactly("older");
        functions.addFunction(FakeReference.of(10, 9), new Named("ledger", "ranked", ""));
        assertThat(functions.menus(Caller.system(), Locale.ENGLISH)).extracting(FunctionMenu::title).containsExactly("ranked");
    }

    @Test
    void aPageThatNeedsAPermissionIsFoundOnlyByThoseWhoHaveItSomewhere() {
        functions.addFunction(FakeReference.of(0, 1), new Named("ledger", "Ledger", ""));
        functions.addNavigation(FakeReference.of(0, 2),
                new Pages("ledger", List.of(page("ledger").requiring("ledger.read"), page("ledger/open"))));
        Caller stranger = new Caller("ana", Set.of(), Locale.ENGLISH);
        assertThat(functions.menus(stranger, Locale.ENGLISH)).singleElement().satisfies(menu -> {
            assertThat(menu.pages()).extracting(FunctionMenu.Page::path).containsExactly("ledger/open");
            assertThat(menu.start()).isEqualTo("ledger/open");
        });
        Caller inOneUnit = new Caller("bor", Set.of(), Set.of(new Grant("ledger.read", Optional.empty(),
                Set.of(new UUID(0, 1)))), Locale.ENGLISH, Optional.empty());
        assertThat(functions.menus(inOneUnit, Locale.ENGLISH)).singleElement()
                .satisfies(menu -> assertThat(menu.start()).isEqualTo("ledger"));
    }

    @Test
    void pagesAreMadeByTheFunctionAndHaveRoutesAlsoInAWebUiThatStartsLater() {
        ServiceReference<FunctionViews> first = FakeReference.of(0, 1);
        functions.addViews(first, new Pages("ledger", List.of(page("ledger"))));
        functions.attach(routes, Around.class);
        assertThat(routes.getNavigationTarget("ledger")).contains(Page.class);
        assertThat(functions.view(Page.class)).isPresent();
        assertThat(functions.view(Page.class).orElseThrow().factory().get()).isInstanceOf(Page.class);
        assertThat(functions.view(String.class)).isEmpty();
        assertThat(functions.title(Page.class).orElseThrow().in(Locale.ENGLISH)).isEqualTo("Title of ledger");

        functions.removeViews(first);
        assertThat(routes.getNavigationTarget("ledger")).isEmpty();
        assertThat(functions.view(Page.class)).isEmpty();
    }

    @Test
    void whileAFunctionIsReplacedItsPathAlwaysHasAPage() {
        functions.attach(routes, Around.class);
        ServiceReference<FunctionViews> before = FakeReference.of(0, 1);
        functions.addViews(before, new Pages("ledger", List.of(page("ledger"))));
        functions.addViews(FakeReference.of(0, 2), new Pages("ledger", List.of(page("ledger"))));
        functions.removeViews(before);
        assertThat(routes.getNavigationTarget("ledger")).contains(Page.class);
    }

    @Test
    void aFunctionGetsNoPagesOutsideItsOwnPath() {
        functions.attach(routes, Around.class);
        functions.addViews(FakeReference.of(0, 1), new Pages("ledger", List.of(page("hr/people"))));
        assertThat(routes.getNavigationTarget("hr/people")).isEmpty();
    }

    private static View<Page> page(String path) {
        return View.inDrawer(path, Page.class, LocalizedText.verbatim("Title of " + path), "book", Page::new);
    }

    private record Named(String id, String english, String slovenian) implements BackOfficeFunction {

        @Override
        public LocalizedText title() {
            return locale -> locale.getLanguage().equals("sl") ? slovenian : english;
        }

        @Override
        public LocalizedText description() {
            return LocalizedText.verbatim("");
        }

        @Override
        public String icon() {
            return "book";
        }

        @Override
        public Set<String> permissions() {
            return Set.of();
        }
    }

    private record Pages(String functionId, List<View<?>> views) implements FunctionViews {
    }

    /** Any page. */
    public static final class Page extends Div {
        private static final long serialVersionUID = 1L;
    }

    /** Any layout. */
    public static final class Around extends Main implements RouterLayout {
        private static final long serialVersionUID = 1L;
    }
}
