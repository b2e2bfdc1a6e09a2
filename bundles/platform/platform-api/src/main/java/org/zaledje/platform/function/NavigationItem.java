package org.zaledje.platform.function;

import java.util.Objects;
import org.zaledje.platform.text.LocalizedText;

/**
 * One entry of the drawer.
 *
 * @param path  path of the page below {@code /}, without a leading slash; {@code <function>} or {@code <function>/…}
 * @param icon  name of a Vaadin icon in lower case with hyphens
 * @param title what people read
 */
public record NavigationItem(String path, String icon, LocalizedText title) {
    public NavigationItem {
        Objects.requireNonNull(path);
        Objects.requireNonNull(icon);
        Objects.requireNonNull(title);
    }
}
