package org.zaledje.platform.web.internal.company;

import java.util.Optional;
import java.util.UUID;
import javax.servlet.http.HttpServletRequest;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.text.Texts;

/** The company that a request is for. */
public final class WantedCompany {

    /** Name of the request's header. */
    public static final String HEADER = "Zaledje-Company";

    private static final Texts TEXTS = Texts.beside(WantedCompany.class);
    private static final int UUID_LENGTH = 36;

    private WantedCompany() {
    }

    /** Empty when the request says nothing of it. */
    public static Optional<UUID> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HEADER)).map(WantedCompany::id);
    }

    private static UUID id(String given) {
        try {
            if (given.length() == UUID_LENGTH) {
                return UUID.fromString(given);
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw ProblemException.of(Kind.UNREADABLE, "company.header-invalid", TEXTS.text("company.header-invalid"));
    }
}
