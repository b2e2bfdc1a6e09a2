package org.zaledje.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.zaledje.platform.text.LocalizedText;

/** What is known of a record, as labels and values, in as many columns as there is room for. */
public final class Facts extends DescriptionList {

    private static final long serialVersionUID = 1L;

    public Facts() {
        addClassName("z-facts");
    }

    /** Adds a value; an empty text is left out with its label. */
    public Facts add(LocalizedText label, String value) {
        return value.isEmpty() ? this : add(label, new Text(value));
    }

    /** Adds a value that may be absent; then its label is left out. */
    public Facts add(LocalizedText label, Optional<String> value) {
        return add(label, value.orElse(""));
    }

    /** Adds a value that is more than text, for example a link or a {@link Badge}. */
    public Facts add(LocalizedText label, Component value) {
        Description description = new Description();
        description.add(value);
        Div pair = new Div();
        pair.add(new Term(Language.tell(label)), description);
        getElement().appendChild(pair.getElement());
        return this;
    }
}
