package org.zaledje.platform.web.internal.security;

import javax.servlet.http.HttpServletRequest;

/** A login that a request brings in its body. */
public interface BodyLogin {

    String name();

    char[] password();

    /** The request as it goes on, with its body whole again. */
    HttpServletRequest request();

    /**
     * Called when name and password are right.
     *
     * @throws org.zaledje.platform.problem.ProblemException UNAUTHENTICATED when the login was used before
     */
    void accepted();
}
