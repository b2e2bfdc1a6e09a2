package org.zaledje.platform.ui.internal.login;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.lifecycle.WebContext;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.security.Logins.Origin;
import org.zaledje.platform.security.Logins.SignedIn;
import org.zaledje.platform.security.OpenIdLogins;
import org.zaledje.platform.security.OpenIdLogins.Arrival;
import org.zaledje.platform.security.OpenIdLogins.Departure;
import org.zaledje.platform.ui.internal.UiTexts;
import org.zaledje.platform.ui.internal.tab.Preferences;

/**
 * Sends browsers to the OpenID provider and takes them up when they come back.
 *
 * <p>The cookie of the session is kept from requests that other sites lead to, so the departure has a cookie of its own,
 * and the page that ends an arrival leads on by itself: that request comes from here, and has the session.
 */
@Component(service = Servlet.class, reference = @Reference(name = "context", service = WebContext.class), property = {
        "osgi.http.whiteboard.servlet.name=zaledje-openid",
        "osgi.http.whiteboard.servlet.pattern=" + OpenIdServlet.PATH + "/*"})
public final class OpenIdServlet extends HttpServlet {

    static final String PATH = "/login/openid";

    private static final long serialVersionUID = 1L;
    private static final String CALLBACK = "/callback";
    private static final String BINDING = "zaledje-openid";
    private static final int MINUTES = 60;
    private static final int PARAMETER_LENGTH_MAX = 4096;

    private final transient OpenIdLogins openId;
    private final transient SignIn signIn;

    @Activate
    public OpenIdServlet(@Reference OpenIdLogins openId, @Reference SignIn signIn) {
        this.openId = openId;
        this.signIn = signIn;
    }

    /** The address of the web UI as the browser knows it. */
    static URI base(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        return URI.create(url.substring(0, url.length() - request.getRequestURI().length()));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        NewSessions.underNewIds(request);
        try {
            if (CALLBACK.equals(request.getPathInfo())) {
                leadOn(arrive(request, response), response);
            } else {
                depart(request, response);
            }
        } catch (ProblemException e) {
            LoginProblem.keep(request.getSession(true), e.detail());
            leadOn(LoginView.PATH, response);
        }
    }

    private void depart(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String next = Optional.ofNullable(request.getParameter(LoginView.NEXT)).flatMap(ReturnPath::of).orElse("");
        Departure departure = openId.depart(base(request), next);
        keepBinding(request, departure.binding(), 10 * MINUTES, response);
        response.sendRedirect(departure.to().toString());
    }

    private String arrive(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> binding = Optional.ofNullable(request.getCookies()).stream().flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(BINDING)).map(Cookie::getValue).findFirst();
        keepBinding(request, "", 0, response);
        String client = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        Arrival arrival = openId.arrive(base(request), parameters(request), binding,
                new Origin(request.getRemoteAddr(), client));
        if (arrival.outcome() instanceof SignedIn signedIn) {
            signIn.arrived(request, signedIn.session(), arrival.hint(), language(request));
            return arrival.next();
        }
        LoginProblem.keep(request.getSession(true), UiTexts.text("login.kept-out"));
        return LoginView.PATH;
    }

    private static Map<String, String> parameters(HttpServletRequest request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (values.length == 1 && values[0].length() <= PARAMETER_LENGTH_MAX) {
                parameters.put(name, values[0]);
            }
        });
        return parameters;
    }

    /** By hand, for cookies of this servlet version know no SameSite. */
    private static void keepBinding(HttpServletRequest request, String value, int seconds, HttpServletResponse response) {
        response.addHeader("Set-Cookie", BINDING + "=" + value + "; Path=" + PATH + "; Max-Age=" + seconds
                + "; HttpOnly; SameSite=Lax" + (request.isSecure() ? "; Secure" : ""));
    }

    private static Locale language(HttpServletRequest request) {
        return Preferences.language(request).orElseGet(request::getLocale);
    }

    /** A path is one of ours, see {@link ReturnPath}, and yet not to be trusted inside a page. */
    private static void leadOn(String path, HttpServletResponse response) throws IOException {
        String target = "/" + path.replace("&", "&amp;").replace("\"", "").replace("<", "").replace(">", "");
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(("<!DOCTYPE html><html><head><title>Zaledje</title><meta http-equiv=\"refresh\" content=\"0;url="
                + target + "\"></head><body><a href=\"" + target + "\">Zaledje</a></body></html>")
                .getBytes(StandardCharsets.UTF_8));
    }
}
