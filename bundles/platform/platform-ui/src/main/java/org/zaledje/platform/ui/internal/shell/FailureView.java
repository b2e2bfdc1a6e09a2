package org.zaledje.platform.ui.internal.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import javax.servlet.http.HttpServletResponse;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.ui.EmptyState;
import org.zaledje.platform.ui.internal.UiTexts;
import org.zaledje.platform.ui.internal.tab.Failure;

/** In place of a page that could not be shown. */
@ParentLayout(Shell.class)
public final class FailureView extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        setId("failure");
        removeAll();
        if (parameter.getException() instanceof ProblemException problem) {
            add(new EmptyState("info-circle-o", UiTexts.text("failure.problem"), problem.detail()));
            return problem.kind().status();
        }
        String id = Failure.log(event.getLocation().getPath(), parameter.getException());
        add(new EmptyState("warning", UiTexts.text("failure.title"), UiTexts.text("failure.message", id)));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return UiTexts.tell("failure.title");
    }
}
