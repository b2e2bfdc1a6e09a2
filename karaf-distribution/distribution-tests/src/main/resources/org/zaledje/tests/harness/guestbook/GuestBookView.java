package org.example.guestbook;

import com.vaadin.flow.component.html.Paragraph;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.ViewLayout;

/** A page that tells which version of the function it is of. */
final class GuestBookView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    GuestBookView() {
        super(LocalizedText.verbatim("Guest book"));
        Paragraph text = new Paragraph("This is version 1."); // only 1
        Paragraph text = new Paragraph("This is version 2."); // since 2
        text.setId("guestbook-text");
        setContent(text);
    }
}
