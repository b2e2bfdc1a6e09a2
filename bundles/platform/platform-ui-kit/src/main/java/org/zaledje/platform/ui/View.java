package org.zaledje.platform.ui;

import com.vaadin.flow.component.Component;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.zaledje.platform.security.Right;
import org.zaledje.platform.text.LocalizedText;

/**
 * A page of a function. Every view has a class of its own, for the route is found by it.
 *
 * @param path    path below {@code /} without a leading slash: {@code <function>} or {@code <function>/…}; may have
 *                Vaadin's route parameters, for example {@code accounting/invoices/:id}
 * @param type    class of the page
 * @param title   title of the page, and of its entry in the drawer
 * @param icon    name of a Vaadin icon in lower case with hyphens when the page has an entry in the drawer, else empty
 * @param right   what its reader must be allowed; empty when the services that it calls see to it. Others are refused, and
 *                find no entry in the drawer.
 * @param factory makes a page for one browser tab; called with the UI locked and the caller known
 */
public record View<C extends Component>(
        String path, Class<C> type, LocalizedText title, Optional<String> icon, Optional<Right> right,
        Supplier<C> factory) {

    public View {
        Objects.requireNonNull(path);
        Objects.requireNonNull(type);
        Objects.requireNonNull(title);
        Objects.requireNonNull(icon);
        Objects.requireNonNull(right);
        Objects.requireNonNull(factory);
    }

    /** A page with an entry in the drawer. */
    public static <C extends Component> View<C> inDrawer(
            String path, Class<C> type, LocalizedText title, String icon, Supplier<C> factory) {
        return new View<>(path, type, title, Optional.of(icon), Optional.empty(), factory);
    }

    /** A page that is reached from another one. */
    public static <C extends Component> View<C> of(
            String path, Class<C> type, LocalizedText title, Supplier<C> factory) {
        return new View<>(path, type, title, Optional.empty(), Optional.empty(), factory);
    }

    /** The same page, for readers who have this permission, if only in some units of their company. */
    public View<C> requiring(String permission) {
        return new View<>(path, type, title, icon, Optional.of(new Right(permission, false)), factory);
    }

    /** The same page, for readers who have this permission in every company. */
    public View<C> requiringEverywhere(String permission) {
        return new View<>(path, type, title, icon, Optional.of(new Right(permission, true)), factory);
    }
}
