package org.zaledje.platform.ui.internal.functions;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.receivers.FileBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zaledje.platform.function.FunctionCatalogue;
import org.zaledje.platform.function.FunctionDeployer;
import org.zaledje.platform.ui.Code;
import org.zaledje.platform.ui.Confirmation;
import org.zaledje.platform.ui.EmptyState;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.ViewLayout;
import org.zaledje.platform.ui.internal.UiTexts;

/** Where administrators install and remove functions. */
public final class FunctionsView extends ViewLayout implements FunctionsObserver {

    public static final String PATH = "functions";

    /** Needed to see the page; the administrator's role has it. */
    public static final String PERMISSION = "platform.functions.manage";

    private static final long serialVersionUID = 1L;
    private static final int ARCHIVE_BYTES_MAX = (int) FunctionDeployer.ARCHIVE_BYTES_MAX;

    private final transient FunctionCatalogue catalogue;
    private final transient FunctionDeployer deployer;
    private final transient Installer installer;
    private final transient HotDeployFolder folder;
    private final transient Set<String> underWay = new HashSet<>();
    private final Upload upload;
    private transient Shown shown;

    public FunctionsView(
            FunctionCatalogue catalogue, FunctionDeployer deployer, Installer installer, HotDeployFolder folder) {
        super(UiTexts.text("functions.title"));
        setId("functions");
        this.catalogue = catalogue;
        this.deployer = deployer;
        this.installer = installer;
        this.folder = folder;
        upload = upload();
        functionsChanged();
    }

    /** Touches nothing while all is as shown, so that a button does not vanish under the reader's finger. */
    @Override
    public void functionsChanged() {
        List<FunctionRow> rows = FunctionRow.of(catalogue, deployer, Language.current());
        Shown now = new Shown(rows, Set.copyOf(underWay));
        if (!now.equals(shown)) {
            shown = now;
            show(rows);
        }
    }

    private void show(List<FunctionRow> rows) {
        Paragraph how = new Paragraph(UiTexts.tell("functions.how") + " ");
        how.add(new Code(folder.path()));
        how.addClassName("z-hint");
        if (rows.isEmpty()) {
            EmptyState none =
                    new EmptyState("cubes", UiTexts.text("functions.none"), UiTexts.text("functions.none.text"));
            setContent(none, upload, how);
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("z-rows");
        FunctionItem.Actions actions =
                new FunctionItem.Actions(this::install, this::remove, this::rollback, this::stop, this::start);
        rows.forEach(row -> list.add(new FunctionItem(row, underWay.contains(row.key()), actions)));
        setContent(list, upload, how);
    }

    /** Bounded by the temporary folder and by what the deployer takes. */
    private Upload upload() {
        FileBuffer buffer = new FileBuffer();
        Upload field = new Upload(buffer);
        field.setId("functions-upload");
        field.setAcceptedFileTypes(".kar");
        field.setMaxFileSize(ARCHIVE_BYTES_MAX);
        field.setUploadButton(new Button(UiTexts.tell("functions.upload")));
        field.setDropLabel(new Span(UiTexts.tell("functions.upload.drop")));
        field.addFileRejectedListener(rejected -> Messages.problem(UiTexts.text("functions.upload.rejected")));
        field.addSucceededListener(done -> {
            installer.put(UI.getCurrent(), done.getFileName(), buffer.getInputStream(), this::functionsChanged);
            field.clearFileList();
        });
        return field;
    }

    private void rollback(FunctionRow row) {
        Confirmation.ask(
                UiTexts.text("functions.rollback.title", row.title(), row.previous().orElseThrow()),
                UiTexts.text("functions.rollback.text"),
                UiTexts.text("functions.rollback"),
                () -> {
                    begin(row);
                    installer.rollback(UI.getCurrent(), row.file().orElseThrow(), row.title(), () -> end(row));
                });
    }

    private void stop(FunctionRow row) {
        Confirmation.ask(
                UiTexts.text("functions.stop.title", row.title()),
                UiTexts.text("functions.stop.text"),
                UiTexts.text("functions.stop"),
                () -> {
                    begin(row);
                    installer.stop(UI.getCurrent(), row.file().orElseThrow(), row.title(), () -> end(row));
                });
    }

    private void start(FunctionRow row) {
        begin(row);
        installer.start(UI.getCurrent(), row.file().orElseThrow(), row.title(), () -> end(row));
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

    private record Shown(List<FunctionRow> rows, Set<String> underWay) {
    }
}
