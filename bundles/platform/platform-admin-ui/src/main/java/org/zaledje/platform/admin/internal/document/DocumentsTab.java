package org.zaledje.platform.admin.internal.document;

import com.vaadin.flow.component.Component;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.document.Documents;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.ui.document.DocumentsPanel;
import org.zaledje.platform.ui.record.RecordTab;
import org.zaledje.platform.ui.record.ShownRecord;

/** The documents of a record, in a tab of its page. */
@org.osgi.service.component.annotations.Component
public final class DocumentsTab implements RecordTab {

    private static final Texts TEXTS = Texts.beside(DocumentsTab.class);
    private static final int POSITION = 300;

    private final Documents documents;

    @Activate
    public DocumentsTab(@Reference Documents documents) {
        this.documents = documents;
    }

    @Override
    public String id() {
        return "documents";
    }

    @Override
    public LocalizedText title() {
        return TEXTS.text("documents");
    }

    @Override
    public int position() {
        return POSITION;
    }

    @Override
    public boolean isFor(ShownRecord record) {
        return documents.mayRead(record.record());
    }

    @Override
    public Component content(ShownRecord record) {
        return new DocumentsPanel(documents, record.record()).withoutTitle();
    }
}
