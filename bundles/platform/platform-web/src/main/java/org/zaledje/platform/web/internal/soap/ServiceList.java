package org.zaledje.platform.web.internal.soap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletResponse;
import org.zaledje.platform.text.Texts;

/** The page that lists the SOAP services for people. */
final class ServiceList {

    private static final Texts TEXTS = Texts.beside(ServiceList.class);

    private ServiceList() {
    }

    static void send(Collection<String> functions, Locale language, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Content-Language", language.toLanguageTag());
        response.getOutputStream().write(page(functions, language).getBytes(StandardCharsets.UTF_8));
    }

    /** A function's id is lower-case letters, digits and hyphens, so it needs no escaping. */
    private static String page(Collection<String> functions, Locale language) {
        String items = functions.stream()
                .map(id -> "<li>" + id + ": <a href=\"/soap/" + id + "?wsdl\">/soap/" + id + "?wsdl</a></li>\n")
                .collect(Collectors.joining());
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head><meta charset="utf-8"><title>%s</title></head>
                <body>
                <h1>%s</h1>
                <p>%s</p>
                <ul>
                %s</ul>
                </body>
                </html>
                """.formatted(language.toLanguageTag(), TEXTS.get("title", language), TEXTS.get("title", language),
                TEXTS.get(functions.isEmpty() ? "empty" : "intro", language), items);
    }
}
