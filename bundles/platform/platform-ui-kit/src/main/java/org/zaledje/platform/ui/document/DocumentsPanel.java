package org.zaledje.platform.ui.document;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import java.io.InputStream;
import java.util.List;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.document.Document;
import org.zaledje.platform.document.Documents;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;

/**
 * The documents of a record: where files are dropped, each with its versions, to be saved, looked at, replaced, put into
 * the bin and taken out of it. Whoever may only read the record only reads them. For the thread that holds the UI's lock.
 */
public final class DocumentsPanel extends Composite<Section> {

    private static final long serialVersionUID = 1L;

    private final transient Documents documents;
    private final transient RecordRef record;
    private final H3 title = new H3(PanelTexts.tell("documents"));
    private final Upload drop = FileDrop.place(this::attach);
    private final Div list = new Div();

    /** @param record what the documents are attached to, whose function registers a {@code DocumentOwner} for it */
    public DocumentsPanel(Documents documents, RecordRef record) {
        this.documents = documents;
        this.record = record;
        list.getElement().setAttribute("aria-live", "polite");
        getContent().setId("documents");
        getContent().add(title, drop, list);
        show();
    }

    /** Leaves the title out, where something else says what it is. */
    public DocumentsPanel withoutTitle() {
        title.setVisible(false);
        return this;
    }

    private void attach(String fileName, InputStream content) {
        documents.attach(record, "", fileName, content);
        Messages.success(PanelTexts.text("stored", fileName));
        show();
    }

    private void show() {
        list.removeAll();
        drop.setVisible(false);
        try {
            List<Document> all = documents.of(record);
            boolean changeable = documents.mayChange(record);
            drop.setVisible(changeable);
            List<Document> kept = all.stream().filter(document -> !document.isDeleted()).toList();
            list.add(kept.isEmpty() ? new Paragraph(PanelTexts.tell("none")) : entries(kept, changeable));
            if (kept.size() < all.size()) {
                list.add(new NativeDetails(PanelTexts.tell("bin", all.size() - kept.size()),
                        entries(all.stream().filter(Document::isDeleted).toList(), changeable)));
            }
        } catch (ProblemException e) {
            list.add(new Paragraph(Language.tell(e.detail())));
        }
    }

    private UnorderedList entries(List<Document> shown, boolean changeable) {
        UnorderedList entries = new UnorderedList();
        entries.addClassName("z-documents");
        shown.forEach(document -> entries.add(new DocumentEntry(documents, document, changeable, this::show)));
        return entries;
    }
}
