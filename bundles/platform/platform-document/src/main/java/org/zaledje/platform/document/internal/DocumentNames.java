package org.zaledje.platform.document.internal;

import static org.zaledje.platform.document.internal.DocumentTexts.TEXTS;

import java.util.List;
import org.zaledje.platform.document.Documents;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.Violation;

/** Titles and names of files, as they are taken. */
final class DocumentNames {

    private DocumentNames() {
    }

    /** The name of a file without the path before it, and without what breaks lines or headers. */
    static String fileName(String given) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cs}]", "").strip();
        if (name.isEmpty() || name.length() > Documents.NAME_LENGTH_MAX) {
            throw broken("documents.file-name.invalid", "/fileName");
        }
        return name;
    }

    static String title(String given) {
        String title = given.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ").strip();
        if (title.isEmpty() || title.length() > Documents.NAME_LENGTH_MAX) {
            throw broken("documents.title.invalid", "/title");
        }
        return title;
    }

    static ProblemException broken(String rule, String location, Object... arguments) {
        Object[] all = arguments.length == 0 ? new Object[] {Documents.NAME_LENGTH_MAX} : arguments;
        return ProblemException.rulesBroken("documents.document.invalid", TEXTS.text("documents.document.invalid"),
                List.of(Violation.error(rule, TEXTS.text(rule, all), location)));
    }
}
