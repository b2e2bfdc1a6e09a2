package org.zaledje.platform.ui.internal.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.zaledje.platform.function.NavigationCount;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.ui.Workplace;

/** How much waits for the reader behind entries of the drawer. */
final class DrawerCounts {

    /** Whether something may wait behind an entry: those come first. */
    boolean waitsFor(String path) {
        return of(path).isPresent();
    }

    /** Counts anew. */
    void show(List<Anchor> links) {
        links.forEach(link -> of(link.getHref().substring(1)).ifPresent(count -> show(link, count)));
    }

    private static Optional<NavigationCount> of(String path) {
        return Workplace.current().services(NavigationCount.class).stream()
                .filter(count -> count.path().equals(path)).findFirst();
    }

    private static void show(Anchor link, NavigationCount counted) {
        Span shown = link.getChildren().filter(Span.class::isInstance).map(Span.class::cast)
                .filter(span -> span.hasClassName("z-count")).findFirst().orElseGet(() -> added(link));
        int count = count(counted);
        shown.setText(count == 0 ? "" : String.valueOf(count));
        shown.setVisible(count > 0);
    }

    private static Span added(Anchor link) {
        Span shown = new Span();
        shown.addClassName("z-count");
        link.add(shown);
        return shown;
    }

    private static int count(NavigationCount counted) {
        try {
            return counted.count();
        } catch (ProblemException nothingIsTheirs) {
            return 0;
        }
    }
}
