package org.zaledje.platform.ui;

import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;
import com.vaadin.flow.router.BeforeLeaveObserver;

/**
 * A page with fields to fill: its reader is asked before they leave it, or work in another company or language, while it
 * holds what is not saved.
 */
public interface UnsavedInput extends BeforeLeaveObserver {

    /** Whether its reader would lose what they have typed. Called with the UI locked. */
    boolean hasUnsavedInput();

    @Override
    default void beforeLeave(BeforeLeaveEvent event) {
        if (hasUnsavedInput()) {
            ContinueNavigationAction leaving = event.postpone();
            Confirmation.ask(KitTexts.text("unsaved"), KitTexts.text("unsaved.text"), KitTexts.text("unsaved.leave"),
                    leaving::proceed);
        }
    }
}
