package org.zaledje.platform.ui.internal.shell;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import javax.servlet.http.HttpServletResponse;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.internal.UiTexts;
import org.zaledje.platform.ui.internal.tab.Failure;

/** In place of a page that could not be shown. */
@ParentLayout(Shell.class)
public final class FailureView extends Main implements HasErrorParameter<Exception>, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        setId("failure");
        removeAll();
        if (parameter.getException() instanceof ProblemException problem) {
            add(new Notice("info-circle-o", UiTexts.tell("failure.problem"), Language.tell(problem.detail())));
            return problem.kind().status();
        }
        String id = Failure.log(event.getLocation().getPath(), parameter.getException());
        add(new Notice("warning", getPageTitle(), UiTexts.tell("failure.message", id)));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return UiTexts.tell("failure.title");
    }
}
