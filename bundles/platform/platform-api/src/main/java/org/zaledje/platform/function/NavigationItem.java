package org.zaledje.platform.function;

import java.util.Objects;
import java.util.Optional;
import org.zaledje.platform.security.Right;
import org.zaledje.platform.text.LocalizedText;

/**
 * One entry of the drawer.
 *
 * @param path  path of the page below {@code /}, without a leading slash; {@code <function>} or {@code <function>/…}
 * @param icon  name of a Vaadin icon in lower case with hyphens
 * @param title what people read
 * @param right what they must be allowed to find it; empty when everybody finds it
 */
public record NavigationItem(String path, String icon, LocalizedText title, Optional<Right> right) {
    public NavigationItem {
        Objects.requireNonNull(path);
        Objects.requireNonNull(icon);
        Objects.requireNonNull(title);
        Objects.requireNonNull(right);
    }

    /** One that everybody finds. */
    public NavigationItem(String path, String icon, LocalizedText title) {
        this(path, icon, title, Optional.empty());
    }
}
