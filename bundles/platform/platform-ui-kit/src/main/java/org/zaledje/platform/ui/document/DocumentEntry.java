package org.zaledje.platform.ui.document;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.io.InputStream;
import java.util.Optional;
import org.zaledje.platform.document.Document;
import org.zaledje.platform.document.DocumentContent;
import org.zaledje.platform.document.DocumentVersion;
import org.zaledje.platform.document.Documents;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.Download;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Messages;

/** One document in the list, and what can be done with it. */
final class DocumentEntry extends ListItem {

    private static final long serialVersionUID = 1L;

    private final transient Documents documents;
    private final transient Document document;
    private final transient Runnable changed;
    private final Div actions = new Div();
    private final UnorderedList versions = new UnorderedList();

    /** @param changed called when something was done, so that the list is read anew */
    DocumentEntry(Documents documents, Document document, boolean changeable, Runnable changed) {
        this.documents = documents;
        this.document = document;
        this.changed = changed;
        getElement().setAttribute("data-document", document.id().toString());
        addClassName("z-document");
        actions.addClassName("z-document-actions");
        versions.setVisible(false);
        Div about = new Div(new Span(PanelTexts.about(document.latest())));
        document.retainedUntil().ifPresent(day -> about.add(new Span(" · "
                + PanelTexts.tell("retained", Formats.current().date(day)))));
        about.addClassName("z-document-about");
        add(download(LocalizedText.verbatim(document.title()), document.latest()), about, actions, versions);
        if (document.isDeleted()) {
            if (changeable) {
                act("restore", () -> documents.restore(document.id()));
            }
            return;
        }
        offerReading();
        if (changeable) {
            actions.add(FileDrop.button(PanelTexts.tell("version.new"), this::addVersion));
            act("delete", () -> {
                documents.delete(document.id());
                Messages.undoable(PanelTexts.text("deleted", document.title()), () -> {
                    documents.restore(document.id());
                    changed.run();
                });
            });
        }
    }

    private void offerReading() {
        if (Preview.shows(document.latest())) {
            button("preview", () -> new Preview(document.title(), documents.content(document.id(), Optional.empty())).open());
        }
        if (document.latest().number() > 1) {
            Button button = button("versions", this::toggleVersions);
            button.setText(PanelTexts.tell("versions", document.latest().number()));
        }
    }

    private void toggleVersions() {
        versions.removeAll();
        versions.setVisible(!versions.isVisible());
        if (versions.isVisible()) {
            documents.versions(document.id()).forEach(version -> versions.add(new ListItem(
                    download(PanelTexts.text("version", version.number()), version), new Span(" " + PanelTexts.about(version)))));
        }
    }

    private void addVersion(String fileName, InputStream content) {
        documents.addVersion(document.id(), fileName, content);
        Messages.success(PanelTexts.text("stored", fileName));
        changed.run();
    }

    private void act(String key, Runnable work) {
        button(key, () -> {
            work.run();
            changed.run();
        });
    }

    private Button button(String key, Runnable work) {
        Button button = new Button(PanelTexts.tell(key, ""), click -> Messages.attempt(work));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.getElement().setAttribute("data-action", key);
        actions.add(button);
        return button;
    }

    private Download download(LocalizedText text, DocumentVersion version) {
        return new Download(text, version.fileName(), version.mediaType(), out -> {
            DocumentContent content = documents.content(document.id(), Optional.of(version.number()));
            try (InputStream in = content.open(0)) {
                in.transferTo(out);
            }
        });
    }
}
