package org.zaledje.platform.ui.internal.login;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.AbstractLogin.LoginEvent;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.List;
import org.zaledje.platform.ui.internal.UiTexts;

/** Asks who is there. */
public final class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    public static final String PATH = "login";

    /** Query parameter with the page that was asked for. */
    static final String NEXT = "next";

    private static final long serialVersionUID = 1L;

    private final transient SignIn signIn;
    private final LoginForm form = new LoginForm(words());
    private String next = "";

    public LoginView(SignIn signIn) {
        this.signIn = signIn;
        setId("login");
        form.setForgotPasswordButtonVisible(false);
        form.addLoginListener(this::signIn);
        H1 wordmark = new H1("Zaledje");
        wordmark.addClassName("z-wordmark");
        Div panel = new Div(wordmark, new Paragraph(UiTexts.tell("login.about")), form, new LanguageSwitch(signIn));
        panel.addClassName("z-login-panel");
        add(panel);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        next = event.getLocation().getQueryParameters().getParameters().getOrDefault(NEXT, List.of()).stream()
                .findFirst().flatMap(ReturnPath::of).orElse("");
    }

    @Override
    public String getPageTitle() {
        return UiTexts.tell("login.title") + " · Zaledje";
    }

    private void signIn(LoginEvent typed) {
        getUI().ifPresent(tab -> {
            if (signIn.signIn(tab, typed.getUsername(), typed.getPassword())) {
                signIn.runAsCaller(tab.getSession().getSession(), () -> tab.navigate(next));
            } else {
                form.setError(true);
            }
        });
    }

    private static LoginI18n words() {
        LoginI18n.Form fields = new LoginI18n.Form();
        fields.setTitle(UiTexts.tell("login.title"));
        fields.setUsername(UiTexts.tell("login.name"));
        fields.setPassword(UiTexts.tell("login.password"));
        fields.setSubmit(UiTexts.tell("login.submit"));
        LoginI18n.ErrorMessage wrong = new LoginI18n.ErrorMessage();
        wrong.setTitle(UiTexts.tell("login.wrong.title"));
        wrong.setMessage(UiTexts.tell("login.wrong.text"));
        LoginI18n words = LoginI18n.createDefault();
        words.setForm(fields);
        words.setErrorMessage(wrong);
        return words;
    }
}
