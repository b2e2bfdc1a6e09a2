package org.zaledje.platform.ui;

import com.vaadin.flow.component.UI;
import java.util.Locale;

/** A browser tab in a language, for tests of components. */
final class InTab implements AutoCloseable {

    // Vaadin itself refers to the current tab only weakly.
    private final UI tab;

    InTab(Locale locale) {
        tab = new UI() {
            private static final long serialVersionUID = 1L;

            @Override
            public Locale getLocale() {
                return locale;
            }
        };
        UI.setCurrent(tab);
    }

    @Override
    public void close() {
        UI.setCurrent(null);
    }
}
