package org.zaledje.platform.function;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The pages that a function offers to people. Whiteboard service; while it is there, its items are in the drawer of every
 * open browser and in {@code /api/v1/functions}.
 */
@ConsumerType
public interface FunctionNavigation {

    /** The {@link BackOfficeFunction#id()} that the pages belong to. */
    String functionId();

    /** The items in the order of the drawer; the first is where the function starts. Never null. */
    List<NavigationItem> items();

    /**
     * Paths below {@code /} of all pages, also of those that are reached from another one, without a leading slash; what stands
     * behind a colon is a parameter, as in {@code <function>/parcels/:id}. Never null.
     */
    default List<String> routes() {
        return items().stream().map(NavigationItem::path).toList();
    }
}
