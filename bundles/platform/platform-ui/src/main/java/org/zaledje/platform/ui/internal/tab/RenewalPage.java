package org.zaledje.platform.ui.internal.tab;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;

/** A step between a page and the same page made anew; nobody sees it. See {@link CurrentPage#leave}. */
public final class RenewalPage extends Div implements AfterNavigationObserver {

    /** Its route; no function can have it. */
    public static final String PATH = "-";

    private static final long serialVersionUID = 1L;

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        CurrentPage.between(UI.getCurrent());
    }
}
