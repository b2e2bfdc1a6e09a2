package org.zaledje.platform.ui;

import com.vaadin.flow.component.Component;
import org.zaledje.platform.text.LocalizedText;

/** The name of a field that has no visible label, for those who can't see what stands above it. */
public final class AccessibleName {

    /** In a table's cell a field has its input only some frames after it was attached. */
    private static final String GIVE = """
            const give = frames => {
              if (this.inputElement) {
                this.inputElement.setAttribute('aria-label', $0);
              } else if (frames > 0) {
                requestAnimationFrame(() => give(frames - 1));
              }
            };
            give(100);
            """;

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
        field.addAttachListener(attached -> field.getElement().executeJs(GIVE, told));
    }
}
