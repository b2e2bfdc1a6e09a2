package org.zaledje.platform.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import java.util.Map;

/** The list of keys, and a switch for those that are single characters. */
final class PageKeysDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    PageKeysDialog(Map<String, String> keys) {
        setHeaderTitle(KitTexts.tell("keys"));
        setWidth("min(28rem, 100%)");
        DescriptionList list = new DescriptionList();
        list.addClassName("z-key-list");
        keys.forEach((key, what) -> {
            DescriptionList.Term term = new DescriptionList.Term();
            term.add(new Code(key));
            list.add(term, new DescriptionList.Description(what));
        });
        Checkbox on = new Checkbox(KitTexts.tell("keys.on"));
        on.setId("keys-on");
        on.addAttachListener(shown -> on.getElement()
                .executeJs("return localStorage.getItem('zaledje-keys') !== 'off'").then(Boolean.class, on::setValue));
        on.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                on.getElement().executeJs("localStorage.setItem('zaledje-keys', $0)", change.getValue() ? "on" : "off");
            }
        });
        add(list, on);
        Button close = new Button(KitTexts.tell("close"), click -> close());
        close.setAutofocus(true);
        close.setId("keys-close");
        getFooter().add(close);
    }
}
