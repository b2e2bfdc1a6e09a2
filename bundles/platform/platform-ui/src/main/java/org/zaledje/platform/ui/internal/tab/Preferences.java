package org.zaledje.platform.ui.internal.tab;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.zaledje.platform.text.Texts;

/**
 * What a reader has chosen, remembered by the browser: language and theme. Other values in the cookies count for
 * nothing.
 */
public final class Preferences {

    private static final String LANGUAGE = "zaledje-language";
    private static final String THEME = "zaledje-theme";
    private static final Set<String> THEMES = Set.of("light", "dark");

    private Preferences() {
    }

    /** The language chosen before, or empty. */
    public static Optional<Locale> language(VaadinRequest request) {
        return language(request.getCookies());
    }

    /** As {@link #language(VaadinRequest)}, beside the web UI. */
    public static Optional<Locale> language(HttpServletRequest request) {
        return language(request.getCookies());
    }

    private static Optional<Locale> language(Cookie[] cookies) {
        return cookie(cookies, LANGUAGE)
                .flatMap(tag -> Texts.LOCALES.stream()
                        .filter(locale -> locale.toLanguageTag().equals(tag))
                        .findFirst());
    }

    /** {@code light} or {@code dark} when chosen before; else empty, and the page follows the operating system. */
    public static Optional<String> theme(VaadinRequest request) {
        return cookie(request.getCookies(), THEME).filter(THEMES::contains);
    }

    public static void rememberLanguage(UI ui, Locale locale) {
        ui.getPage().executeJs("document.documentElement.lang = $1;"
                        + "document.cookie = $0 + '=' + $1 + ';path=/;max-age=31536000;samesite=lax'",
                LANGUAGE, locale.toLanguageTag());
    }

    public static void changeTheme(UI ui) {
        ui.getPage().executeJs("const page = document.documentElement;"
                + "const theme = page.getAttribute('theme') === 'dark' ? 'light' : 'dark';"
                + "page.setAttribute('theme', theme);"
                + "document.cookie = $0 + '=' + theme + ';path=/;max-age=31536000;samesite=lax'", THEME);
    }

    private static Optional<String> cookie(Cookie[] cookies, String name) {
        return Optional.ofNullable(cookies).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }
}
