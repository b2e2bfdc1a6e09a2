package org.zaledje.platform.ui.internal.tab;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationState;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Router;
import java.util.List;
import java.util.Optional;
import org.zaledje.platform.ui.PageAddress;

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
        leave(tab, () -> comeBack(tab, false));
    }

    /**
     * Leaves the page and does what is next, which is to end in {@link #comeBack}; a page that holds input which is not
     * saved is asked first. Flow keeps a page when it navigates to the same class again, so the way leads over another one.
     */
    public static void leave(UI tab, Runnable next) {
        ComponentUtil.setData(tab, Left.class, new Left(PageAddress.of(tab), next));
        router(tab).navigate(tab, new Location(RenewalPage.PATH), NavigationTrigger.PROGRAMMATIC);
    }

    /**
     * Leaves the page, until {@link #comeBack}; false when it is still there, because it asks its reader or a dialog stands
     * before it.
     */
    public static boolean leftAtOnce(UI tab) {
        if (tab.hasModalComponent()) {
            return false;
        }
        var before = CurrentInstance.setCurrent(tab);
        try {
            leave(tab, () -> { });
            boolean left = parts(tab).stream().anyMatch(RenewalPage.class::isInstance);
            if (!left) {
                Location location = ComponentUtil.getData(tab, Left.class).location();
                ComponentUtil.setData(tab, Left.class, new Left(location, () -> comeBack(tab, false)));
            }
            return left;
        } finally {
            CurrentInstance.restoreInstances(before);
        }
    }

    /**
     * Shows the page again that was left.
     *
     * @param withoutRecord whether the page of a single record gives way to the one above it
     */
    public static void comeBack(UI tab, boolean withoutRecord) {
        Location location = ComponentUtil.getData(tab, Left.class).location();
        Location next = withoutRecord ? aboveRecord(tab, location) : location;
        router(tab).navigate(tab, next, NavigationTrigger.PROGRAMMATIC);
        if (next != location) {
            tab.getPage().getHistory().replaceState(null, next);
        }
    }

    /** A tab is between two pages. */
    static void between(UI tab) {
        ComponentUtil.getData(tab, Left.class).next().run();
    }

    private static Location aboveRecord(UI tab, Location location) {
        Location above = location;
        while (!above.getPath().isEmpty() && isOfRecord(tab, above)) {
            String path = above.getPath();
            above = new Location(path.substring(0, Math.max(0, path.lastIndexOf('/'))));
        }
        return above;
    }

    private static boolean isOfRecord(UI tab, Location location) {
        return router(tab).resolveNavigationTarget(location)
                .map(found -> !found.getRouteParameters().getParameterNames().isEmpty()).orElse(true);
    }

    private static Class<?> notFoundPage(UI tab) {
        return router(tab).getErrorNavigationTarget(new NotFoundException())
                .orElseThrow().getNavigationTarget();
    }

    private static Router router(UI tab) {
        return tab.getInternals().getRouter();
    }

    private record Left(Location location, Runnable next) {
    }
}
