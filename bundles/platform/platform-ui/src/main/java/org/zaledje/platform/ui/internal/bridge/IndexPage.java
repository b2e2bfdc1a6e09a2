package org.zaledje.platform.ui.internal.bridge;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlRequestListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.jsoup.nodes.Document;
import org.zaledje.platform.ui.internal.tab.Preferences;

/** Gives the page its language, its theme, and the policy that only scripts of this very answer may run. */
final class IndexPage implements IndexHtmlRequestListener {

    private static final long serialVersionUID = 1L;

    private static final int NONCE_BYTES = 16;

    // Flow's client evaluates what the server sends it, and Lumo styles elements in place.
    private static final String POLICY = "default-src 'self'; script-src 'self' 'nonce-%s' 'unsafe-eval'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private final transient SecureRandom random = new SecureRandom();

    @Override
    public void modifyIndexHtmlResponse(IndexHtmlResponse response) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Document page = response.getDocument();
        page.select("script").attr("nonce", nonce);
        page.select("html").attr("lang", VaadinSession.getCurrent().getLocale().toLanguageTag());
        Preferences.theme(response.getVaadinRequest()).ifPresent(theme -> page.select("html").attr("theme", theme));
        response.getVaadinResponse().setHeader("Content-Security-Policy", POLICY.formatted(nonce));
    }
}
