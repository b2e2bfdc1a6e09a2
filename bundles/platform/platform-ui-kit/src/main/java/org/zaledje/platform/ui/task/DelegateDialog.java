package org.zaledje.platform.ui.task;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.function.Consumer;
import org.zaledje.platform.people.Colleagues;

/** Asks whom a task is given to. */
final class DelegateDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    DelegateDialog(Colleagues colleagues, Consumer<String> delegate) {
        setHeaderTitle(TaskTexts.tell("delegate"));
        getElement().setAttribute("aria-label", TaskTexts.tell("delegate"));
        setWidth("28rem");
        ColleagueField colleague = new ColleagueField(TaskTexts.text("colleague"), colleagues);
        colleague.setId("colleague");
        colleague.setWidthFull();
        Button agree = new Button(TaskTexts.tell("action.delegate"), click -> {
            colleague.setInvalid(colleague.isEmpty());
            if (!colleague.isInvalid()) {
                close();
                delegate.accept(colleague.getValue().name());
            }
        });
        agree.setId("decide");
        agree.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(colleague);
        getFooter().add(new Button(TaskTexts.tell("cancel"), click -> close()), agree);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                colleague.focus();
            }
        });
    }
}
