package org.zaledje.platform.ui.internal.bridge;

import com.vaadin.flow.di.Lookup;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.AppShellRegistry;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import java.io.IOException;
import java.util.Collections;
import java.util.regex.Pattern;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.slf4j.MDC;
import org.zaledje.platform.correlation.Correlation;
import org.zaledje.platform.lifecycle.WebContext;
import org.zaledje.platform.ui.internal.login.NewSessions;
import org.zaledje.platform.ui.internal.login.SignIn;
import org.zaledje.platform.ui.internal.shell.Shell;
import org.zaledje.platform.ui.internal.tab.Browsers;
import org.zaledje.platform.ui.internal.tab.LentServices;
import org.zaledje.platform.ui.internal.functions.FunctionRegistry;

/**
 * Vaadin's servlet as an OSGi service. It takes every path that no other servlet has a longer pattern for, so that a
 * page that is not there is told of inside the web UI.
 */
@Component(
        service = Servlet.class,
        scope = ServiceScope.PROTOTYPE,
        reference = @Reference(name = "context", service = WebContext.class),
        property = {
            "osgi.http.whiteboard.servlet.pattern=/*",
            "osgi.http.whiteboard.servlet.name=zaledje-web-ui",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true",
            "load-on-startup:Integer=1",
            "servlet.init.productionMode=true",
            "servlet.init.closeIdleSessions=true",
            "servlet.init.heartbeatInterval=60",
            // Initialised at start, the servlet can't be asked yet where it is.
            "servlet.init.pushServletMapping=/",
            "servlet.init.VAADIN_SERVLET_VITE_DEV_MODE_FRONTEND_PATH=/*"
        })
public class UiServlet extends VaadinServlet {

    private static final long serialVersionUID = 1L;

    /** A path that would lead elsewhere once it is decoded: meant for another door perhaps, which never saw it. */
    private static final Pattern DISGUISED = Pattern.compile("%(2f|5c|2e)|/\\.\\.?;", Pattern.CASE_INSENSITIVE);

    private final transient FunctionRegistry functions;
    private final transient PlatformViews views;
    private final transient Browsers browsers;
    private final transient SignIn signIn;
    private final transient LentServices lent;
    private final transient WebUiReadiness readiness;
    // Set while the servlet is initialised; the context has that of the next one when this one goes after it has come.
    private transient ApplicationRouteRegistry routes;

    @Activate
    public UiServlet(
            @Reference FunctionRegistry functions,
            @Reference PlatformViews views,
            @Reference Browsers browsers,
            @Reference SignIn signIn,
            @Reference LentServices lent,
            @Reference WebUiReadiness readiness) {
        this.functions = functions;
        this.views = views;
        this.browsers = browsers;
        this.signIn = signIn;
        this.lent = lent;
        this.readiness = readiness;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        OwnClassLoader own = OwnClassLoader.enter();
        try {
            forgetPredecessor(config.getServletContext());
            VaadinServletContext context = new VaadinServletContext(config.getServletContext());
            context.setAttribute(Lookup.class, new PlatformLookup(views, new IndexPage()));
            AppShellRegistry.getInstance(context).setShell(AppShell.class);
            ApplicationRouteRegistry.getInstance(context).setErrorNavigationTargets(PlatformViews.ERROR_PAGES);
            super.init(config);
        } finally {
            own.leave();
        }
    }

    /** The context outlives a servlet that was withdrawn, and Vaadin takes nothing in it a second time. */
    private static void forgetPredecessor(ServletContext context) {
        Collections.list(context.getAttributeNames()).stream().filter(name -> name.startsWith("com.vaadin."))
                .forEach(context::removeAttribute);
    }

    @Override
    protected VaadinServletService createServletService(DeploymentConfiguration configuration) throws ServiceException {
        UiService service = new UiService(this, configuration, signIn);
        service.init();
        return service;
    }

    @Override
    protected void servletInitialized() throws ServletException {
        super.servletInitialized();
        getService().setClassLoader(UiServlet.class.getClassLoader());
        new SessionSetup(signIn, browsers, lent).attachTo(getService());
        routes = ApplicationRouteRegistry.getInstance(getService().getContext());
        PlatformViews.register(RouteConfiguration.forRegistry(routes));
        functions.attach(routes, Shell.class);
        readiness.initialised(this);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (DISGUISED.matcher(request.getRequestURI()).find()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        OwnClassLoader own = OwnClassLoader.enter();
        try (Correlation.Scope scope = Correlation.beginRequest(
                request.getHeader(Correlation.HEADER), request.getHeader(Correlation.TRACE_HEADER));
                MDC.MDCCloseable way = MDC.putCloseable(Correlation.DOOR, "ui")) {
            Correlation.current().ifPresent(id -> response.setHeader(Correlation.HEADER, id));
            signIn.serveAsCaller(request, () -> {
                NewSessions.underNewIds(request);
                super.service(request, response);
            });
        } finally {
            own.leave();
        }
    }

    @Override
    public void destroy() {
        readiness.destroyed(this);
        if (routes != null) {
            functions.detach(routes);
        }
        super.destroy();
    }
}
