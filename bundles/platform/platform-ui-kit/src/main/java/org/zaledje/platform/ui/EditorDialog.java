package org.zaledje.platform.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A dialog with fields to fill. Its reader is asked before what they have typed goes: when they close it, when another tab
 * changes language or company, when its page gives way to another one.
 */
public abstract class EditorDialog extends Dialog implements UnsavedInput {

    private static final long serialVersionUID = 1L;

    private final transient Map<HasValue<?, ?>, Object> shown = new LinkedHashMap<>();

    /** A dialog that does not watch any field yet. */
    protected EditorDialog() {
        setCloseOnOutsideClick(false);
        addDialogCloseActionListener(wish -> leave());
    }

    /** Takes what these fields hold now for what is saved. */
    protected final void watch(HasValue<?, ?>... fields) {
        for (HasValue<?, ?> field : fields) {
            shown.put(field, field.getValue());
        }
    }

    /** Closes it, unless its reader wants to keep what they have typed: what a button <i>Cancel</i> does. */
    protected final void leave() {
        ask(this::close);
    }

    @Override
    public final boolean hasUnsavedInput() {
        return isOpened() && shown.entrySet().stream().anyMatch(field -> !Objects.equals(field.getKey().getValue(), field.getValue()));
    }

    @Override
    public final void beforeLeave(BeforeLeaveEvent event) {
        if (hasUnsavedInput()) {
            ContinueNavigationAction leaving = event.postpone();
            ask(() -> {
                close();
                leaving.proceed();
            });
        } else {
            close();
        }
    }

    private void ask(Runnable next) {
        if (hasUnsavedInput()) {
            Confirmation.ask(KitTexts.text("unsaved"), KitTexts.text("unsaved.text"), KitTexts.text("unsaved.leave"), next);
        } else {
            next.run();
        }
    }
}
