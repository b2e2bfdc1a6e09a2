package org.zaledje.platform.service.internal.audit;

import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;

/** The words of the audit trail. */
final class AuditTexts {

    private static final Texts TEXTS = Texts.beside(AuditTexts.class);

    private AuditTexts() {
    }

    static LocalizedText text(String key, Object... arguments) {
        return TEXTS.text(key, arguments);
    }
}
