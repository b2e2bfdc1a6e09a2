package org.zaledje.accounting.internal;

import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;

/** What accounting says to people. */
public final class AccountingTexts {

    private static final Texts TEXTS = Texts.beside(AccountingTexts.class);

    private AccountingTexts() {
    }

    public static LocalizedText text(String key, Object... arguments) {
        return TEXTS.text(key, arguments);
    }

    /** A broken rule whose text has the rule's id as its key. */
    public static Violation violation(String rule, String location, Object... arguments) {
        return Violation.error(rule, text(rule, arguments), location);
    }
}
