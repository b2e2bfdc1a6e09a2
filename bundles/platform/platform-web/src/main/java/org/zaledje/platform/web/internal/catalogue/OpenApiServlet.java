package org.zaledje.platform.web.internal.catalogue;

import java.io.IOException;
import java.util.Locale;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.HttpWhiteboardConstants;
import org.zaledje.platform.lifecycle.WebContext;
import org.zaledje.platform.rest.OpenApi;
import org.zaledje.platform.web.internal.security.OpenServlet;

/** Serves the description of all REST resources that are there now. */
@Component(service = Servlet.class, reference = @Reference(name = "context", service = WebContext.class), property = {
        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME + "=zaledje-openapi",
        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN + "=" + OpenApiServlet.PATH})
public final class OpenApiServlet extends OpenServlet {

    static final String PATH = "/api/openapi.json";

    private static final long serialVersionUID = 1L;

    private final transient OpenApi api;

    @Activate
    public OpenApiServlet(@Reference OpenApi api) {
        this.api = api;
    }

    @Override
    protected void answer(HttpServletRequest request, String path, Locale language, HttpServletResponse response)
            throws IOException {
        byte[] document = api.document();
        response.setContentType("application/json");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }
}
