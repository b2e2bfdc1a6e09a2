package org.zaledje.platform.ui.internal.functions;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.function.NavigationItem;

/**
 * What a running function offers to people, in their language.
 *
 * @param id    the function
 * @param pages its entries for the drawer; empty when it has no pages
 */
public record FunctionMenu(String id, String title, String description, String icon, List<Page> pages) {

    /** A page with an entry in the drawer. */
    public record Page(String path, String title) {
    }

    /** The path of the first page. */
    public String start() {
        return pages.isEmpty() ? id : pages.get(0).path();
    }

    static FunctionMenu of(BackOfficeFunction function, Collection<NavigationItem> pages, Locale locale) {
        return new FunctionMenu(function.id(), function.title().in(locale), function.description().in(locale),
                function.icon(), told(pages, locale));
    }

    /** A function whose pages have come before it has told its name. */
    static FunctionMenu ofPages(String id, Collection<NavigationItem> pages, Locale locale) {
        NavigationItem first = pages.iterator().next();
        return new FunctionMenu(id, first.title().in(locale), "", first.icon(), told(pages, locale));
    }

    private static List<Page> told(Collection<NavigationItem> pages, Locale locale) {
        return pages.stream().map(page -> new Page(page.path(), page.title().in(locale))).toList();
    }
}
