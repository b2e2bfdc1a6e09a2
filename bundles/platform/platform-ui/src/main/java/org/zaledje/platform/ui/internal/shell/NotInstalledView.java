package org.zaledje.platform.ui.internal.shell;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import javax.servlet.http.HttpServletResponse;
import org.zaledje.platform.ui.internal.UiTexts;
import org.zaledje.platform.ui.internal.functions.FunctionPaths;
import org.zaledje.platform.ui.internal.functions.FunctionRegistry;
import org.zaledje.platform.ui.internal.functions.FunctionsObserver;
import org.zaledje.platform.ui.internal.functions.HotDeployFolder;

/** In place of a page that is not there: of a function that is not installed, or of none at all. */
@ParentLayout(Shell.class)
public final class NotInstalledView extends Main
        implements HasErrorParameter<NotFoundException>, HasDynamicTitle, FunctionsObserver {

    private static final long serialVersionUID = 1L;

    private final transient FunctionRegistry functions;
    private final transient HotDeployFolder folder;
    private String function = "";
    private String title = "";

    public NotInstalledView(FunctionRegistry functions, HotDeployFolder folder) {
        this.functions = functions;
        this.folder = folder;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        function = event.getLocation().getFirstSegment();
        show();
        return HttpServletResponse.SC_NOT_FOUND;
    }

    /** The pages of a function may go a moment before the function itself, so what is said here may change. */
    @Override
    public void functionsChanged() {
        show();
    }

    private void show() {
        removeAll();
        boolean missing = FunctionPaths.isId(function) && !functions.has(function);
        setId(missing ? "not-installed" : "no-such-page");
        title = UiTexts.tell(missing ? "missing.function" : "missing.page", function);
        add(missing
                ? new Notice("plug", title, UiTexts.tell("missing.function.text", folder.path()))
                : new Notice("compass", title, UiTexts.tell("missing.page.text")));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
