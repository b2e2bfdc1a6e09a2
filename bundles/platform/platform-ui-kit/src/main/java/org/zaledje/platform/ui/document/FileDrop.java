package org.zaledje.platform.ui.document;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import java.io.InputStream;
import java.util.List;
import java.util.function.BiConsumer;
import org.zaledje.platform.ui.Messages;

/** Where files are dropped or chosen; each is handed on when it has come whole. */
final class FileDrop {

    private FileDrop() {
    }

    /** A place for files, with words. */
    static Upload place(BiConsumer<String, InputStream> taker) {
        Upload upload = upload(new Button(PanelTexts.tell("choose")), taker);
        upload.setDropLabel(new Span(PanelTexts.tell("drop")));
        upload.setId("document-drop");
        upload.setWidthFull();
        return upload;
    }

    /** A button for one file. */
    static Upload button(String label, BiConsumer<String, InputStream> taker) {
        Button button = new Button(label);
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        Upload upload = upload(button, taker);
        upload.setDropAllowed(false);
        upload.addClassName("z-file-button");
        return upload;
    }

    private static Upload upload(Component button, BiConsumer<String, InputStream> taker) {
        ArrivedFiles files = new ArrivedFiles();
        Upload upload = new Upload(files);
        upload.setMaxFileSize(Integer.MAX_VALUE);
        upload.setUploadButton(button);
        upload.setI18n(words());
        upload.addFileRejectedListener(rejected -> Messages.problem(PanelTexts.text("rejected")));
        upload.addFailedListener(failed -> {
            files.drop(failed.getFileName());
            Messages.problem(PanelTexts.text("failed", failed.getFileName()));
        });
        upload.addSucceededListener(done -> {
            upload.clearFileList();
            Messages.attempt(() -> files.take(done.getFileName(), content -> taker.accept(done.getFileName(), content)));
        });
        return upload;
    }

    private static UploadI18N words() {
        return new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles().setOne(PanelTexts.tell("drop")).setMany(PanelTexts.tell("drop")))
                .setError(new UploadI18N.Error().setFileIsTooBig(PanelTexts.tell("rejected"))
                        .setTooManyFiles(PanelTexts.tell("rejected")).setIncorrectFileType(PanelTexts.tell("rejected")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status().setConnecting(PanelTexts.tell("sending"))
                                .setProcessing(PanelTexts.tell("storing")).setStalled(PanelTexts.tell("stalled"))
                                .setHeld(PanelTexts.tell("waiting")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime().setPrefix("").setUnknown(""))
                        .setError(new UploadI18N.Uploading.Error().setServerUnavailable(PanelTexts.tell("unreachable"))
                                .setForbidden(PanelTexts.tell("unreachable"))
                                .setUnexpectedServerError(PanelTexts.tell("unreachable"))))
                .setUnits(List.of("B", "kB", "MB", "GB", "TB"));
    }
}
