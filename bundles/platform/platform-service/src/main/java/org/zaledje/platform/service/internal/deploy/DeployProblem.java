package org.zaledje.platform.service.internal.deploy;

import java.util.Locale;
import org.zaledje.platform.text.LocalizedText;

/** An archive that can't be read, installed or removed, told so that an administrator can act on it. */
final class DeployProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient LocalizedText text;

    DeployProblem(LocalizedText text) {
        super(text.in(Locale.ENGLISH));
        this.text = text;
    }

    DeployProblem(LocalizedText text, Throwable cause) {
        super(text.in(Locale.ENGLISH), cause);
        this.text = text;
    }

    LocalizedText text() {
        return text;
    }
}
