package org.zaledje.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.receivers.FileBuffer;
import com.vaadin.flow.shared.Registration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.zaledje.platform.exchange.Exchanges;
import org.zaledje.platform.exchange.FileImport;
import org.zaledje.platform.exchange.FileKind;
import org.zaledje.platform.exchange.ImportState;
import org.zaledje.platform.exchange.TableStyle;

/** Takes in a table, shows what is in it and what is wrong with it, and imports it when its reader agrees. */
final class ImportDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int LOOK_MILLIS = 1_000;
    private static final List<String> ENCODINGS = List.of("", "UTF-8", "windows-1250");
    private static final List<String> SEPARATORS = List.of("", ",", ";", "\t");

    private final transient Exchanges exchanges;
    private final String format;
    private final transient Runnable after;
    private final Locale language = Language.current();
    private final Div found = new Div();
    private final Select<String> encoding = select("encoding", ENCODINGS);
    private final Select<String> separator = select("separator", SEPARATORS);
    private final Button confirm = new Button(KitTexts.tell("exchange.import"), click -> Messages.attempt(this::run));
    private transient Optional<UUID> current = Optional.empty();
    private transient Optional<Registration> polling = Optional.empty();

    ImportDialog(Exchanges exchanges, String format, Runnable after) {
        this.exchanges = exchanges;
        this.format = format;
        this.after = after;
        setId("import-dialog");
        setHeaderTitle(KitTexts.tell("exchange.import.of", exchanges.format(format).title()));
        setWidth("min(60rem, 100%)");
        setResizable(true);
        found.setId("import-found");
        Div choices = new Div(encoding, separator);
        choices.getStyle().set("display", "flex").set("flex-wrap", "wrap").set("gap", "var(--lumo-space-m)");
        Paragraph how = new Paragraph(KitTexts.text("exchange.how").in(language));
        Div templates = new Div(template(FileKind.CSV), template(FileKind.XLSX));
        templates.getStyle().set("display", "flex").set("flex-wrap", "wrap").set("gap", "var(--lumo-space-m)");
        add(how, templates, choices, upload(), found);
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setId("run-import");
        confirm.setEnabled(false);
        getFooter().add(new Button(KitTexts.tell("close"), click -> close()), confirm);
    }

    private static Select<String> select(String name, List<String> values) {
        Select<String> select = new Select<>();
        select.setLabel(KitTexts.tell("exchange." + name));
        select.setItems(values);
        select.setItemLabelGenerator(value -> switch (value) {
            case "" -> KitTexts.tell("exchange.found-out");
            case "\t" -> KitTexts.tell("exchange.tab");
            default -> value;
        });
        select.setValue("");
        return select;
    }

    private Component template(FileKind kind) {
        return new Download(KitTexts.text("exchange.template." + kind.extension()),
                format + "-template." + kind.extension(), kind.mediaType(),
                out -> exchanges.template(format, kind, TableStyle.of(language), out));
    }

    private Component upload() {
        FileBuffer buffer = new FileBuffer();
        Upload upload = new Upload(buffer);
        upload.setId("import-file");
        upload.setMaxFiles(1);
        upload.setMaxFileSize((int) Exchanges.FILE_BYTES_MAX);
        upload.setAcceptedFileTypes(".csv", ".txt", ".xlsx");
        upload.setUploadButton(new Button(KitTexts.tell("exchange.choose")));
        upload.setDropLabel(new Span(KitTexts.tell("exchange.drop")));
        upload.addFileRejectedListener(rejected -> Messages.problem(KitTexts.text("exchange.rejected")));
        upload.addSucceededListener(done -> {
            upload.clearFileList();
            Messages.attempt(() -> handIn(done.getFileName(), buffer));
        });
        return upload;
    }

    private void handIn(String fileName, FileBuffer buffer) {
        FileKind kind = fileName.toLowerCase(Locale.ROOT).endsWith(".xlsx") ? FileKind.XLSX : FileKind.CSV;
        TableStyle style = new TableStyle(language, Optional.of(separator.getValue()).filter(text -> !text.isEmpty())
                .map(text -> text.charAt(0)), Optional.of(encoding.getValue()).filter(text -> !text.isEmpty()).map(Charset::forName));
        try (InputStream file = buffer.getInputStream()) {
            show(exchanges.handIn(format, fileName, kind, style, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void show(FileImport made) {
        current = Optional.of(made.id());
        found.removeAll();
        Paragraph sum = new Paragraph(KitTexts.tell("exchange.checked." + made.state(), made.fileName(), made.rows(),
                made.records(), made.mistakes()));
        sum.getElement().setAttribute("role", "status");
        sum.setId("import-sum");
        found.add(sum);
        if (made.mistakes() > 0) {
            found.add(new H3(KitTexts.tell("exchange.mistakes")), new PlainTable(
                    List.of("exchange.line", "exchange.column", "exchange.found", "exchange.expected").stream().map(KitTexts::tell).toList(),
                    made.first().stream().map(each -> List.of(Long.toString(each.line()), each.column(), each.found(), each.message()))
                            .toList()));
            found.add(new Download(KitTexts.text("exchange.mistakes.all"), "mistakes.csv", FileKind.CSV.mediaType(),
                    out -> exchanges.mistakes(made.id(), out)));
        }
        if (!made.preview().isEmpty()) {
            found.add(new H3(KitTexts.tell("exchange.preview", made.preview().size())), new PlainTable(made.header(), made.preview()));
        }
        confirm.setEnabled(made.state() == ImportState.READY);
        confirm.setText(made.state() == ImportState.READY
                ? KitTexts.tell("exchange.import.count", made.records()) : KitTexts.tell("exchange.import"));
    }

    private void run() {
        confirm.setEnabled(false);
        FileImport run = exchanges.run(current.orElseThrow());
        if (run.state() == ImportState.RUNNING) {
            watch(run);
        } else {
            end(run);
        }
    }

    private void watch(FileImport run) {
        ProgressBar bar = new ProgressBar(0, Math.max(1, run.records()), 0);
        bar.getElement().setAttribute("aria-label", KitTexts.tell("job.progress"));
        found.removeAll();
        found.add(new Paragraph(KitTexts.tell("exchange.running", run.records())), bar);
        UI ui = UI.getCurrent();
        ui.setPollInterval(LOOK_MILLIS);
        polling = Optional.of(ui.addPollListener(poll -> {
            FileImport now = exchanges.find(run.id());
            bar.setValue(Math.min(now.written(), Math.max(1, now.records())));
            if (now.state() != ImportState.RUNNING) {
                stopPolling(ui);
                end(now);
            }
        }));
    }

    private void end(FileImport run) {
        if (run.state() == ImportState.DONE) {
            close();
            after.run();
            Messages.success(KitTexts.text("exchange.done", run.records()));
        } else {
            found.removeAll();
            found.add(new Paragraph(KitTexts.tell("exchange.failed", run.message())));
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopPolling(event.getUI());
    }

    private void stopPolling(UI ui) {
        polling.ifPresent(registration -> {
            registration.remove();
            ui.setPollInterval(-1);
        });
        polling = Optional.empty();
    }
}
