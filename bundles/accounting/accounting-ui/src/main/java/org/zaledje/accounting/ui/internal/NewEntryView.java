package org.zaledje.accounting.ui.internal;

import static org.zaledje.accounting.ui.internal.AccountingViews.TEXTS;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.time.LocalDate;
import java.util.List;
import org.zaledje.accounting.ledger.EntryDraft;
import org.zaledje.accounting.ledger.JournalEntry;
import org.zaledje.accounting.ledger.Ledger;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.UnsavedInput;
import org.zaledje.platform.ui.ViewLayout;

/** A journal entry made by hand. */
final class NewEntryView extends ViewLayout implements UnsavedInput {

    private static final long serialVersionUID = 1L;

    private final EntryEditor editor;
    private transient EntryDraft saved;

    NewEntryView(Ledger ledger, EntryEditor editor) {
        super(TEXTS.text("entry.new"));
        this.editor = editor;
        setWayBack(TEXTS.text("entries"), AccountingViews.ENTRIES);
        editor.setDraft(new EntryDraft(LocalDate.now(), Ledger.GENERAL_JOURNAL, "", List.of()));
        saved = editor.draft();
        Button post = new Button(Language.tell(TEXTS.text("entry.post")), click -> Messages.attempt(() -> {
            EntryDraft draft = editor.draft();
            JournalEntry entry = ledger.post(draft);
            saved = draft;
            UI.getCurrent().navigate(AccountingViews.ENTRY + entry.id());
            Messages.success(TEXTS.text("entry.posted", entry.number()));
        }));
        post.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        post.setId("post-entry");
        setActions(post);
        editor.getElement().getClassList().add("z-card");
        setContent(editor);
    }

    @Override
    public boolean hasUnsavedInput() {
        return !editor.draft().equals(saved);
    }
}
