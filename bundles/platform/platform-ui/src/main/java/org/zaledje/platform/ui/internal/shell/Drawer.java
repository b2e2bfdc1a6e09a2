package org.zaledje.platform.ui.internal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.internal.UiTexts;
import org.zaledje.platform.ui.internal.functions.FunctionMenu;
import org.zaledje.platform.ui.internal.functions.FunctionRegistry;
import org.zaledje.platform.ui.internal.functions.FunctionsView;
import org.zaledje.platform.ui.task.InboxChanged;

/** The list of pages: home, what each function offers, and what administrators see to. */
final class Drawer extends Nav {

    private static final long serialVersionUID = 1L;

    private final transient FunctionRegistry functions;
    private final transient Caller caller;
    private final transient List<Anchor> links = new ArrayList<>();
    private transient List<FunctionMenu> shown;
    private final transient DrawerCounts counts = new DrawerCounts();
    private String current = "";

    Drawer(FunctionRegistry functions, Caller caller) {
        this.functions = functions;
        this.caller = caller;
        setId("drawer");
        getElement().setAttribute("aria-label", UiTexts.tell("shell.pages"));
        refresh();
        InboxChanged.whileShown(this, () -> counts.show(links));
    }

    /** Shows the functions of this moment; touches nothing when they are those that are shown. */
    void refresh() {
        List<FunctionMenu> running = functions.menus(caller, Language.current());
        if (running.equals(shown)) {
            return;
        }
        shown = running;
        links.clear();
        UnorderedList list = new UnorderedList();
        list.add(new ListItem(link("", "home", UiTexts.tell("home.title"))));
        running.stream().filter(function -> !function.pages().isEmpty())
                .sorted(Comparator.comparing(function -> !counts.waitsFor(function.start())))
                .forEach(function -> list.add(group(function)));
        if (caller.mayEverywhere(FunctionsView.PERMISSION)) {
            ListItem administration =
                    new ListItem(link(FunctionsView.PATH, "puzzle-piece", UiTexts.tell("functions.title")));
            administration.addClassName("z-drawer-administration");
            list.add(administration);
        }
        removeAll();
        add(list);
        markCurrent(current);
    }

    /** Marks the entry of the shown page: the one with the longest path that the page's path begins with. */
    void markCurrent(String path) {
        current = path;
        counts.show(links);
        links.forEach(link -> link.getElement().removeAttribute("aria-current"));
        links.stream()
                .filter(link -> isAtOrBelow(path, link.getHref().substring(1)))
                .reduce((best, link) -> link.getHref().length() >= best.getHref().length() ? link : best)
                .ifPresent(link -> link.getElement().setAttribute("aria-current", "page"));
    }

    private static boolean isAtOrBelow(String path, String entry) {
        return path.equals(entry) || !entry.isEmpty() && path.startsWith(entry + "/");
    }

    private ListItem group(FunctionMenu function) {
        Anchor start = link(function.start(), function.icon(), function.title());
        start.getElement().setAttribute("data-function", function.id());
        ListItem group = new ListItem(start);
        if (function.pages().size() > 1) {
            UnorderedList below = new UnorderedList();
            function.pages().forEach(page -> below.add(new ListItem(link(page.path(), new Span(page.title())))));
            group.add(below);
        }
        return group;
    }

    private Anchor link(String path, String icon, String title) {
        Icon picture = new Icon(icon);
        picture.getElement().setAttribute("aria-hidden", "true");
        return link(path, picture, new Span(title));
    }

    private Anchor link(String path, Component... content) {
        Anchor link = new Anchor("/" + path, content);
        links.add(link);
        return link;
    }
}
