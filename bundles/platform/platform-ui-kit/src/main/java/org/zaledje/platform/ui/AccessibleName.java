package org.zaledje.platform.ui;

import com.vaadin.flow.component.Component;
import org.zaledje.platform.text.LocalizedText;

/** The name of a field that has no visible label, for those who can't see what stands above it. */
public final class AccessibleName {

    private AccessibleName() {
    }

    /**
     * Gives a Vaadin field its name. The name goes to the input inside the field, which is what is read out: the field
     * itself would not pass it on.
     *
     * @param field a field with an input, for example a text field or a combo box; not null
     * @param name  what it is for; told in the reader's language
     */
    public static void give(Component field, LocalizedText name) {
        String told = Language.tell(name);
        field.addAttachListener(attached ->
                field.getElement().executeJs("this.inputElement.setAttribute('aria-label', $0)", told));
    }
}
