package org.zaledje.platform.ui;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.zaledje.platform.function.FunctionNavigation;
import org.zaledje.platform.function.NavigationItem;

/**
 * The pages of a function. Register one such service, under this type and {@link FunctionNavigation}: while it is
 * there its pages have routes and its entries are in the drawer of every open browser; when it goes they go, and a
 * bookmarked page says that the function is not installed.
 */
@ConsumerType
public interface FunctionViews extends FunctionNavigation {

    /** The pages; the first one is at {@code <function>}. Never null, the same at every call. */
    List<View<?>> views();

    @Override
    default List<NavigationItem> items() {
        return views().stream()
                .filter(view -> view.icon().isPresent())
                .map(view -> new NavigationItem(view.path(), view.icon().get(), view.title(), view.right()))
                .toList();
    }

    @Override
    default List<String> routes() {
        return views().stream().<String>map(View::path).toList();
    }
}
