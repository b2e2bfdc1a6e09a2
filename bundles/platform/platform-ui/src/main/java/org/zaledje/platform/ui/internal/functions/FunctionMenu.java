package org.zaledje.platform.ui.internal.functions;

import java.util.List;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.function.NavigationItem;
import org.zaledje.platform.text.LocalizedText;

/**
 * What a running function offers to people.
 *
 * @param id    the function, and the path of its first page
 * @param pages its entries for the drawer; empty when it has no pages
 */
public record FunctionMenu(
        String id, LocalizedText title, LocalizedText description, String icon, List<NavigationItem> pages) {

    static FunctionMenu of(BackOfficeFunction function, List<NavigationItem> pages) {
        return new FunctionMenu(function.id(), function.title(), function.description(), function.icon(), pages);
    }

    /** A function whose pages have come before it has told its name. */
    static FunctionMenu ofPages(String id, List<NavigationItem> pages) {
        NavigationItem first = pages.get(0);
        return new FunctionMenu(id, first.title(), LocalizedText.verbatim(""), first.icon(), pages);
    }
}
