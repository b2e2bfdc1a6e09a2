package org.zaledje.platform.ui.task;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import org.zaledje.platform.procedure.Decision;
import org.zaledje.platform.procedure.DecisionRecord;

/** Asks why something is rejected or given back. */
final class ReasonDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    ReasonDialog(Decision decision, int tasks, Consumer<String> decide) {
        String title = TaskTexts.tell("reason." + decision, tasks);
        setHeaderTitle(title);
        getElement().setAttribute("aria-label", title);
        setWidth("28rem");
        TextArea reason = new TextArea(TaskTexts.tell("reason"));
        reason.setId("reason");
        reason.setWidthFull();
        reason.setMinHeight("6rem");
        reason.setMaxLength(DecisionRecord.COMMENT_LENGTH_MAX);
        reason.setRequiredIndicatorVisible(true);
        reason.setErrorMessage(TaskTexts.tell("reason.missing"));
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setAutofocus(true);
        Button agree = new Button(TaskTexts.tell("action." + (decision == Decision.REJECT ? "reject" : "return")), click -> {
            reason.setInvalid(reason.getValue().isBlank());
            if (reason.isInvalid()) {
                reason.focus();
            } else {
                close();
                decide.accept(reason.getValue());
            }
        });
        agree.setId("decide");
        agree.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(reason);
        getFooter().add(new Button(TaskTexts.tell("cancel"), click -> close()), agree);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                reason.focus();
            }
        });
    }
}
