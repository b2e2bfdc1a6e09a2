package org.zaledje.platform.ui.internal.login;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The page to go to after the login. It comes with the address, so anyone may have written it: only a page of ours
 * counts.
 */
final class ReturnPath {

    private static final int LENGTH_MAX = 500;

    private static final Pattern PAGE =
            Pattern.compile("[A-Za-z0-9_-]+(?:/[A-Za-z0-9_~%-][A-Za-z0-9._~%-]*)*(?:\\?[A-Za-z0-9._~%=&+:,-]*)?");

    private ReturnPath() {
    }

    /** The path below {@code /}, or empty when {@code asked} is not plainly a page other than the login. */
    static Optional<String> of(String asked) {
        return Optional.of(asked)
                .filter(path -> path.length() <= LENGTH_MAX && PAGE.matcher(path).matches())
                .filter(path -> !path.equals(LoginView.PATH) && !path.matches(LoginView.PATH + "[/?].*"));
    }
}
