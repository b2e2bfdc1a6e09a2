package org.zaledje.platform.procedure.internal;

import org.zaledje.platform.text.Texts;

/** The texts of this bundle. */
public final class ProcedureTexts {

    public static final Texts TEXTS = Texts.beside(ProcedureTexts.class);

    private ProcedureTexts() {
    }
}
