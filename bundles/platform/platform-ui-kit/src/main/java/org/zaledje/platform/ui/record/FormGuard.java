package org.zaledje.platform.ui.record;

import com.vaadin.flow.component.Component;

/** Has the browser ask before its tab is closed or loaded anew while a form holds what is not saved. */
final class FormGuard {

    private static final String TYPED = "data-typed";

    private static final String WATCH = """
            const form = this;
            const typed = () => form.setAttribute('data-typed', '');
            form.addEventListener('input', typed);
            form.addEventListener('change', event => event.isTrusted && typed());
            if (!window.zaledjeFormGuard) {
              window.zaledjeFormGuard = true;
              window.addEventListener('beforeunload', event => {
                if (document.querySelector('[data-typed]')) {
                  event.preventDefault();
                  event.returnValue = '';
                }
              });
            }
            """;

    private FormGuard() {
    }

    static void watch(Component form) {
        form.addAttachListener(attached -> form.getElement().executeJs(WATCH));
    }

    /** What the form holds now is saved. */
    static void forget(Component form) {
        form.getElement().executeJs("this.removeAttribute('" + TYPED + "')");
    }
}
