package org.zaledje.platform.ui.internal.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.server.VaadinSession;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.PageKeys;
import org.zaledje.platform.ui.internal.UiTexts;
import org.zaledje.platform.ui.internal.functions.FunctionRegistry;
import org.zaledje.platform.ui.internal.functions.FunctionsObserver;
import org.zaledje.platform.ui.internal.login.LanguageSwitch;
import org.zaledje.platform.ui.internal.login.SignIn;
import org.zaledje.platform.ui.internal.tab.Preferences;

/** What stands around every page: the bar on top and the drawer. */
public final class Shell extends AppLayout implements FunctionsObserver, AfterNavigationObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient FunctionRegistry functions;
    private final Drawer drawer;

    public Shell(FunctionRegistry functions, SignIn signIn) {
        this.functions = functions;
        Caller caller = signIn.caller(VaadinSession.getCurrent()).orElseThrow();
        drawer = new Drawer(functions, caller);
        DrawerToggle toggle = new DrawerToggle();
        toggle.getElement().setAttribute("aria-label", UiTexts.tell("shell.drawer"));
        Anchor wordmark = new Anchor("/", "Zaledje");
        wordmark.addClassName("z-wordmark");
        Div space = new Div();
        space.addClassName("z-bar-space");
        Header bar = new Header(toggle, wordmark, new CompanyChooser(signIn), space,
                new LanguageSwitch(signIn), themeButton(), userMenu(caller, signIn));
        bar.addClassName("z-bar");
        addToNavbar(bar);
        addToDrawer(drawer);
        setPrimarySection(Section.NAVBAR);
    }

    @Override
    public void functionsChanged() {
        drawer.refresh();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        drawer.markCurrent(event.getLocation().getPath());
    }

    /** For pages that don't tell a title of their own. */
    @Override
    public String getPageTitle() {
        HasElement page = getContent();
        return page == null ? "Zaledje" : functions.title(page.getClass()).map(Language::tell).orElse("Zaledje");
    }

    private static Button themeButton() {
        Button button = new Button(VaadinIcon.ADJUST.create(), click -> Preferences.changeTheme(UI.getCurrent()));
        button.setId("theme");
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.getElement().setAttribute("aria-label", UiTexts.tell("shell.theme"));
        button.getElement().setAttribute("title", UiTexts.tell("shell.theme"));
        return button;
    }

    private static Button userMenu(Caller caller, SignIn signIn) {
        Span name = new Span(caller.name());
        name.addClassName("z-user-name");
        Button user = new Button(VaadinIcon.USER.create());
        user.getElement().appendChild(name.getElement());
        user.setId("user-menu");
        user.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        user.getElement().setAttribute("aria-label", UiTexts.tell("shell.user", caller.name()));
        ContextMenu menu = new ContextMenu(user);
        menu.setOpenOnClick(true);
        menu.addItem(UiTexts.tell("shell.account"), click -> UI.getCurrent().navigate("account")).setId("account");
        menu.addItem(UiTexts.tell("shell.keys"), click -> PageKeys.list(UI.getCurrent())).setId("keys");
        menu.addItem(UiTexts.tell("shell.sign-out"), click -> signIn.signOut(UI.getCurrent())).setId("sign-out");
        return user;
    }
}
