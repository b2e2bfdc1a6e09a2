package org.zaledje.platform.web.internal.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.HttpWhiteboardConstants;
import org.zaledje.platform.lifecycle.WebContext;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.web.internal.security.OpenServlet;

/** The page to read about the REST resources and try them out; all that it loads comes from here. */
@Component(service = Servlet.class, reference = @Reference(name = "context", service = WebContext.class), property = {
        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME + "=zaledje-docs",
        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN + "=/api/docs/*"})
public final class DocsServlet extends OpenServlet {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.beside(DocsServlet.class);
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> FILES = Map.of(
            "/swagger-ui.css", "text/css;charset=UTF-8",
            "/swagger-ui-bundle.js", "text/javascript;charset=UTF-8",
            "/swagger-ui-bundle.js.LICENSE.txt", "text/plain;charset=UTF-8",
            "/start.js", "text/javascript;charset=UTF-8");

    @Override
    protected void answer(HttpServletRequest request, String path, Locale language, HttpServletResponse response)
            throws IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        if (path.equals("/")) {
            response.setHeader("Content-Language", language.toLanguageTag());
            send(page(language), "text/html;charset=UTF-8", response);
        } else if (FILES.containsKey(path)) {
            response.setHeader("Cache-Control", "max-age=3600");
            send(file(path.substring(1)), FILES.get(path), response);
        } else {
            notFound(language, response);
        }
    }

    private static byte[] page(Locale language) throws IOException {
        return new String(file("index.html"), StandardCharsets.UTF_8)
                .replace("{language}", language.toLanguageTag())
                .replace("{title}", TEXTS.get("docs.title", language))
                .replace("{no-script}", TEXTS.get("docs.no-script", language))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream in = DocsServlet.class.getResourceAsStream("docs/" + name)) {
            return in.readAllBytes();
        }
    }

    private static void send(byte[] content, String type, HttpServletResponse response) throws IOException {
        response.setContentType(type);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
