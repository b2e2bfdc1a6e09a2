package org.zaledje.platform.ui.internal.login;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.AbstractLogin.LoginEvent;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.security.Logins.CodeNeeded;
import org.zaledje.platform.security.Logins.MustWait;
import org.zaledje.platform.security.Logins.Outcome;
import org.zaledje.platform.security.Logins.Refused;
import org.zaledje.platform.security.Logins.SignedIn;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.internal.UiTexts;

/** Asks who is there. */
public final class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    public static final String PATH = "login";

    /** Query parameter with the page that was asked for. */
    static final String NEXT = "next";

    private static final long serialVersionUID = 1L;
    private static final int CODE_LENGTH_MAX = 40;

    private final transient SignIn signIn;
    private final LoginForm form = new LoginForm(words());
    private final Div panel = new Div();
    private final Paragraph problem = new Paragraph();
    private final Anchor elsewhere = new Anchor();
    private String next = "";

    public LoginView(SignIn signIn) {
        this.signIn = signIn;
        setId("login");
        form.setForgotPasswordButtonVisible(false);
        form.addLoginListener(this::signIn);
        H1 wordmark = new H1("Zaledje");
        wordmark.addClassName("z-wordmark");
        problem.setId("login-problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        panel.add(wordmark, new Paragraph(UiTexts.tell("login.about")), problem, form);
        signIn.openIdTitle().ifPresent(title -> {
            elsewhere.setText(UiTexts.tell("login.openid", title));
            elsewhere.setId("openid");
            elsewhere.getElement().setAttribute("router-ignore", true);
            elsewhere.addClassName("z-login-elsewhere");
            panel.add(elsewhere);
        });
        panel.add(new LanguageSwitch(signIn));
        panel.addClassName("z-login-panel");
        add(panel);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        next = event.getLocation().getQueryParameters().getParameters().getOrDefault(NEXT, List.of()).stream()
                .findFirst().flatMap(ReturnPath::of).orElse("");
        elsewhere.setHref(OpenIdServlet.PATH.substring(1) + (next.isEmpty() ? ""
                : "?" + NEXT + "=" + URLEncoder.encode(next, StandardCharsets.UTF_8)));
        LoginProblem.take(event.getUI().getSession().getSession()).ifPresent(this::tell);
    }

    private void tell(LocalizedText text) {
        problem.setText(Language.tell(text));
        problem.setVisible(true);
    }

    @Override
    public String getPageTitle() {
        return UiTexts.tell("login.title") + " · Zaledje";
    }

    private void signIn(LoginEvent typed) {
        getUI().ifPresent(tab -> {
            Outcome outcome = attempt(tab, typed.getUsername(), typed.getPassword(), Optional.empty());
            if (outcome instanceof CodeNeeded) {
                askForCode(tab, typed.getUsername(), typed.getPassword());
            } else {
                go(tab, outcome, () -> form.setError(true));
            }
        });
    }

    /** What came of it; what is told beside the form counts as refused there. */
    private Outcome attempt(UI tab, String name, String password, Optional<String> code) {
        problem.setVisible(false);
        try {
            return signIn.signIn(tab, name, password, code);
        } catch (ProblemException e) {
            tell(e.detail());
            return new Refused();
        }
    }

    private void go(UI tab, Outcome outcome, Runnable refused) {
        if (outcome instanceof SignedIn) {
            signIn.showAsCaller(tab, () -> tab.navigate(next));
            return;
        }
        if (outcome instanceof MustWait wait) {
            tell(UiTexts.text("login.wait", Formats.current().moment(wait.until())));
        }
        if (problem.isVisible()) {
            form.setEnabled(true);
        } else {
            refused.run();
        }
    }

    /** The second step, in the place of the first. */
    private void askForCode(UI tab, String name, String password) {
        TextField code = new TextField(UiTexts.tell("login.code"));
        code.setId("code");
        code.setHelperText(UiTexts.tell("login.code.help"));
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.setMaxLength(CODE_LENGTH_MAX);
        code.setWidthFull();
        Button go = new Button(UiTexts.tell("login.submit"), click -> go(tab,
                attempt(tab, name, password, Optional.of(code.getValue())), () -> {
                    code.setErrorMessage(UiTexts.tell("login.code.wrong"));
                    code.setInvalid(true);
                }));
        go.setId("send-code");
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.addClickShortcut(Key.ENTER);
        go.setWidthFull();
        panel.replace(form, new Div(code, go));
        elsewhere.setVisible(false);
        code.focus();
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
