package org.zaledje.platform.ui.task;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;

/**
 * Tasks have come, gone or changed hands. The platform tells each open tab of the company, a moment after it has happened
 * and with the tab locked.
 */
public final class InboxChanged extends ComponentEvent<UI> {

    private static final long serialVersionUID = 1L;

    public InboxChanged(UI tab) {
        super(tab, false);
    }

    /** Does something at each change while a component is shown. */
    public static void whileShown(Component component, Runnable work) {
        component.addAttachListener(attached -> {
            var listening = ComponentUtil.addListener(attached.getUI(), InboxChanged.class, changed -> work.run());
            component.addDetachListener(detached -> {
                detached.unregisterListener();
                listening.remove();
            });
        });
    }
}
