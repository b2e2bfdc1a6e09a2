package org.zaledje.platform.ui.internal.tab;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationState;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Router;
import java.util.List;
import java.util.Optional;

/** The page that a tab shows. For the thread that holds the tab's lock. */
public final class CurrentPage {

    private CurrentPage() {
    }

    /** The page and what stands around it, from the inside out. */
    public static List<HasElement> parts(UI tab) {
        return tab.getInternals().getActiveRouterTargetsChain();
    }

    /** Whether the tab's address now leads to another page than the one that is shown. */
    public static boolean isOutdated(UI tab) {
        Optional<Class<?>> target = router(tab).resolveNavigationTarget(tab.getInternals().getActiveViewLocation())
                .map(NavigationState::getNavigationTarget);
        Optional<Class<?>> shown = parts(tab).stream().findFirst().map(HasElement::getClass);
        return target.isPresent() ? !target.equals(shown) : !shown.equals(Optional.of(notFoundPage(tab)));
    }

    /**
     * Makes the page and what stands around it anew. A page that holds input which is not saved is asked first, as
     * before any other navigation.
     */
    public static void renew(UI tab) {
        ComponentUtil.setData(tab, Renewed.class, new Renewed(tab.getInternals().getActiveViewLocation()));
        router(tab).navigate(tab, new Location(RenewalPage.PATH), NavigationTrigger.PROGRAMMATIC);
    }

    /** Flow keeps a page when it navigates to the same class again, so the way leads over another one. */
    static void comeBack(UI tab) {
        Renewed renewed = ComponentUtil.getData(tab, Renewed.class);
        router(tab).navigate(tab, renewed.location(), NavigationTrigger.PROGRAMMATIC);
    }

    private static Class<?> notFoundPage(UI tab) {
        return router(tab).getErrorNavigationTarget(new NotFoundException())
                .orElseThrow().getNavigationTarget();
    }

    private static Router router(UI tab) {
        return tab.getInternals().getRouter();
    }

    private record Renewed(Location location) {
    }
}
