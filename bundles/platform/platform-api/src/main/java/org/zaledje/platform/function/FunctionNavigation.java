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
}
