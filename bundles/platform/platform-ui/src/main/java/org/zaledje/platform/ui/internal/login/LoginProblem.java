package org.zaledje.platform.ui.internal.login;

import com.vaadin.flow.server.WrappedSession;
import java.util.Optional;
import javax.servlet.http.HttpSession;
import org.zaledje.platform.text.LocalizedText;

/** Why a login by way of another place came to nothing, kept until the login page has told it. */
final class LoginProblem {

    private static final String ATTRIBUTE = "org.zaledje.login.problem";

    private LoginProblem() {
    }

    static void keep(HttpSession session, LocalizedText problem) {
        session.setAttribute(ATTRIBUTE, problem);
    }

    static Optional<LocalizedText> take(WrappedSession session) {
        Optional<LocalizedText> kept = Optional.ofNullable((LocalizedText) session.getAttribute(ATTRIBUTE));
        session.removeAttribute(ATTRIBUTE);
        return kept;
    }
}
