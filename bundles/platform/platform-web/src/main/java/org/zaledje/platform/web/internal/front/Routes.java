package org.zaledje.platform.web.internal.front;

import java.util.List;
import java.util.Optional;
import javax.servlet.ServletRequest;

/**
 * What a request was for, in a form that there are only so many of: a template such as {@code /api/v1/notes/{id}}. Whoever finds it out
 * notes it at the request.
 */
public final class Routes {

    /** Where nobody has found out more. */
    private static final List<String> PREFIXES = List.of(
            "/api/v1/", "/api/docs", "/api/openapi.json", "/soap", "/health/", "/metrics", "/VAADIN/");
    private static final String WEB_UI = "/";
    private static final String ROUTE = Routes.class.getName() + ".route";
    private static final String FUNCTION = Routes.class.getName() + ".function";

    private Routes() {
    }

    /** Notes the function that is there to answer. */
    public static void noteFunction(ServletRequest request, String function) {
        request.setAttribute(FUNCTION, function);
    }

    /** Notes the template that the request's path fits. */
    public static void noteTemplate(ServletRequest request, String template) {
        request.setAttribute(ROUTE, template.replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", ""));
    }

    /** The template that the request fits, as far as somebody has found out. */
    static String template(ServletRequest request, String path) {
        return noted(request, ROUTE).orElseGet(() -> PREFIXES.stream().filter(path::startsWith)
                .map(prefix -> prefix.endsWith("/") ? prefix + "*" : prefix).findFirst().orElse(WEB_UI));
    }

    /** The function that was there to answer; empty when none was. */
    public static String function(ServletRequest request) {
        return noted(request, FUNCTION).orElse("");
    }

    private static Optional<String> noted(ServletRequest request, String name) {
        return Optional.ofNullable((String) request.getAttribute(name));
    }
}
