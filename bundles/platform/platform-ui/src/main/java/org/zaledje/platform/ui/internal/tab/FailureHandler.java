package org.zaledje.platform.ui.internal.tab;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.internal.UiTexts;

/** Tells the reader of what went wrong behind a click, where a page did not do so itself. */
public final class FailureHandler implements ErrorHandler {

    private static final long serialVersionUID = 1L;

    @Override
    public void error(ErrorEvent event) {
        UI tab = UI.getCurrent();
        if (event.getThrowable() instanceof ProblemException problem) {
            if (tab != null) {
                Messages.problem(problem);
            }
            return;
        }
        String where = tab == null ? "" : tab.getInternals().getActiveViewLocation().getPath();
        String id = Failure.log(where, event.getThrowable());
        if (tab != null) {
            Messages.problem(UiTexts.text("failure.message", id));
        }
    }
}
