package org.zaledje.platform.admin.internal.services;

import static org.zaledje.platform.admin.internal.services.ServiceViews.TEXTS;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.Arrays;
import java.util.UUID;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;

/** One operation in the languages of those who call it. */
final class Samples extends Div {

    private static final long serialVersionUID = 1L;

    private final Pre text = new Pre();

    Samples(Operation operation, String server) {
        addClassName("z-samples");
        // The same for all three: whoever tries one after the other has the effect once.
        String key = UUID.randomUUID().toString();
        Tabs languages = new Tabs(Arrays.stream(Sample.values()).map(sample -> new Tab(sample.title())).toArray(Tab[]::new));
        languages.addSelectedChangeListener(change -> show(operation, server, key, languages.getSelectedIndex()));
        Button copy = new Button(Language.tell(TEXTS.text("copy")), VaadinIcon.COPY_O.create(), click -> copy());
        text.getElement().setAttribute("tabindex", "0");
        text.getElement().setAttribute("role", "region");
        text.getElement().setAttribute("aria-label", operation.method() + " " + operation.path());
        add(languages, text, copy);
        show(operation, server, key, 0);
    }

    private void show(Operation operation, String server, String key, int language) {
        text.setText(Sample.values()[language].of(operation, server, key));
    }

    private void copy() {
        getElement().executeJs("return navigator.clipboard.writeText($0).then(() => true, () => false)", text.getText())
                .then(Boolean.class, done -> {
                    if (done) {
                        Messages.success(TEXTS.text("copied"));
                    } else {
                        Messages.problem(TEXTS.text("copy.refused"));
                    }
                }, refused -> Messages.problem(TEXTS.text("copy.refused")));
    }
}
