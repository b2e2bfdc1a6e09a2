package org.zaledje.platform.ui.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.reference.Reference;
import org.zaledje.platform.reference.ReferringRecords;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Workplace;

/** Links to the records of all functions that refer to one. */
final class Referring extends Div {

    private static final long serialVersionUID = 1L;
    private static final int LINKS_MAX = 50;

    Referring(RecordRef record) {
        addClassName("z-referring");
        kinds(record.type()).forEach(kind -> addLinks(kind, record));
        if (getElement().getChildCount() == 0) {
            add(new Paragraph(RecordTexts.tell("referring.none")));
        }
    }

    /** Those that records of a type may be referred to by. */
    static List<ReferringRecords> kinds(String type) {
        return Workplace.current().services(ReferringRecords.class).stream()
                .filter(kind -> kind.refersTo().equals(type)).toList();
    }

    private void addLinks(ReferringRecords kind, RecordRef record) {
        try {
            Page<Reference> found = kind.referringTo(record, PageRequest.first(LINKS_MAX));
            if (found.items().isEmpty()) {
                return;
            }
            UnorderedList links = new UnorderedList();
            found.items().forEach(reference -> links.add(new ListItem(link(reference))));
            if (found.next().isPresent()) {
                links.add(new ListItem(RecordTexts.tell("referring.more", LINKS_MAX)));
            }
            add(new H3(Language.tell(kind.title())), links);
        } catch (ProblemException e) {
            // Its reader may not see them.
        }
    }

    private static Component link(Reference reference) {
        return reference.path().isEmpty() ? new Span(reference.label())
                : new Anchor("/" + reference.path(), reference.label());
    }
}
