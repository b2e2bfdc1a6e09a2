package org.zaledje.platform.ui.internal.login;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.Locale;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.ui.Language;

/** A button for each language other than the one that is shown, named in that language. */
public final class LanguageSwitch extends Div {

    private static final long serialVersionUID = 1L;

    public LanguageSwitch(SignIn signIn) {
        setId("language");
        addClassName("z-language");
        Texts.LOCALES.stream()
                .filter(language -> !language.getLanguage().equals(Language.current().getLanguage()))
                .forEach(language -> add(button(language, signIn)));
    }

    private Button button(Locale language, SignIn signIn) {
        String name = language.getDisplayLanguage(language);
        Button button = new Button(name.substring(0, 1).toUpperCase(language) + name.substring(1),
                click -> getUI().ifPresent(tab -> signIn.changeLanguage(tab, language)));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.getElement().setAttribute("lang", language.toLanguageTag());
        return button;
    }
}
