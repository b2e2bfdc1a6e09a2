package org.zaledje.platform.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import org.zaledje.platform.text.LocalizedText;

/** Asks before something is done that can't be taken back with a click. For the thread that holds the UI's lock. */
public final class Confirmation {

    private Confirmation() {
    }

    /**
     * Asks, and does {@code work} when the reader agrees. The button that agrees has the id {@code confirm}.
     *
     * @param title what is about to be done, as a question
     * @param text  what it means, and what stays
     * @param agree what the button that does it says, as a verb
     */
    public static void ask(LocalizedText title, LocalizedText text, LocalizedText agree, Runnable work) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(Language.tell(title));
        dialog.setText(Language.tell(text));
        dialog.setCancelable(true);
        dialog.setCancelText(KitTexts.tell("cancel"));
        Button button =
                new Button(Language.tell(agree));
        button.setId("confirm");
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.setConfirmButton(button.getElement());
        dialog.addConfirmListener(confirmed -> work.run());
        dialog.open();
    }
}
