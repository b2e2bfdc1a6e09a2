package org.zaledje.platform.ui.internal.functions;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.zaledje.platform.function.FunctionCatalogue;
import org.zaledje.platform.function.FunctionDeployer;
import org.zaledje.platform.ui.Code;
import org.zaledje.platform.ui.Confirmation;
import org.zaledje.platform.ui.EmptyState;
import org.zaledje.platform.ui.ViewLayout;
import org.zaledje.platform.ui.internal.UiTexts;

/** Where administrators install and remove functions. */
public final class FunctionsView extends ViewLayout implements FunctionsObserver {

    public static final String PATH = "functions";

    /** Needed to see the page; the administrator's role has it. */
    public static final String PERMISSION = "platform.functions.manage";

    private static final long serialVersionUID = 1L;

    private final transient FunctionCatalogue catalogue;
    private final transient FunctionDeployer deployer;
    private final transient Installer installer;
    private final transient HotDeployFolder folder;
    // Written also by the thread that installs, when it has come to an end.
    private final transient Set<String> underWay = ConcurrentHashMap.newKeySet();

    public FunctionsView(
            FunctionCatalogue catalogue, FunctionDeployer deployer, Installer installer, HotDeployFolder folder) {
        super(UiTexts.text("functions.title"));
        setId("functions");
        this.catalogue = catalogue;
        this.deployer = deployer;
        this.installer = installer;
        this.folder = folder;
        functionsChanged();
    }

    @Override
    public void functionsChanged() {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("z-rows");
        FunctionRow.of(catalogue.installed(), deployer.deployments(), deployer.shipped())
                .forEach(row -> rows.add(new FunctionItem(row, underWay.contains(row.key()), this::install, this::remove)));
        Paragraph how = new Paragraph(UiTexts.tell("functions.how") + " ");
        how.add(new Code(folder.path()));
        how.addClassName("z-hint");
        if (rows.getChildren().findAny().isPresent()) {
            setContent(rows, how);
        } else {
            setContent(new EmptyState("cubes", UiTexts.text("functions.none"), UiTexts.text("functions.none.text")), how);
        }
    }

    private void install(FunctionRow row) {
        begin(row);
        installer.install(UI.getCurrent(), row.key(), () -> end(row));
    }

    private void remove(FunctionRow row) {
        Confirmation.ask(
                UiTexts.text("functions.remove.title", row.title()),
                UiTexts.text("functions.remove.text"),
                UiTexts.text("functions.remove"),
                () -> {
                    begin(row);
                    installer.remove(UI.getCurrent(), row.file().orElseThrow(), row.title(), () -> end(row));
                });
    }

    private void begin(FunctionRow row) {
        underWay.add(row.key());
        functionsChanged();
    }

    private void end(FunctionRow row) {
        underWay.remove(row.key());
        functionsChanged();
    }
}
