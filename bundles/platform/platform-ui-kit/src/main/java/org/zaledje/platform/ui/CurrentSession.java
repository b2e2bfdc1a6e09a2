package org.zaledje.platform.ui;

import com.vaadin.flow.server.VaadinSession;
import java.util.Optional;
import java.util.UUID;

/** The session that the current tab belongs to. For threads that hold the UI's lock. */
public final class CurrentSession {

    /** Attribute of the HTTP session under which the platform keeps the id; a {@link UUID}. */
    public static final String ATTRIBUTE = "org.zaledje.session";

    private CurrentSession() {
    }

    /** The id that {@code Logins} and {@code OwnAccount} know it by; empty when nobody is signed in. */
    public static Optional<UUID> id() {
        return Optional.ofNullable(VaadinSession.getCurrent())
                .map(session -> (UUID) session.getSession().getAttribute(ATTRIBUTE));
    }
}
