package org.zaledje.platform.admin.internal.people;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people call the browser that introduces itself by a {@code User-Agent}: "Chrome 131, Windows". */
final class BrowserName {

    private record Sign(String browser, Pattern pattern) {

        Optional<String> in(String userAgent) {
            Matcher found = pattern.matcher(userAgent);
            return found.find() ? Optional.of(browser + " " + found.group(1)) : Optional.empty();
        }
    }

    /** In this order, for each also claims to be some of those that follow. */
    private static final List<Sign> SIGNS = List.of(
            new Sign("Edge", Pattern.compile("Edg\\w*/(\\d+)")), new Sign("Opera", Pattern.compile("OPR/(\\d+)")),
            new Sign("Firefox", Pattern.compile("(?:Firefox|FxiOS)/(\\d+)")),
            new Sign("Chrome", Pattern.compile("(?:Chrome|CriOS)/(\\d+)")),
            new Sign("Safari", Pattern.compile("Version/(\\d+).*Safari/")));
    private static final Pattern SYSTEM = Pattern.compile("iPhone|iPad|Android|Windows|Mac OS X|Linux(?!; Android)");

    private BrowserName() {
    }

    /** The name, or all that is said when it is none that is known. */
    static String of(String userAgent) {
        Matcher system = SYSTEM.matcher(userAgent);
        String on = system.find() ? ", " + system.group() : "";
        return SIGNS.stream().flatMap(sign -> sign.in(userAgent).stream()).findFirst().map(name -> name + on).orElse(userAgent);
    }
}
