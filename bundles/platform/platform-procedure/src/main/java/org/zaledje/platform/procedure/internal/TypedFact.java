package org.zaledje.platform.procedure.internal;

import org.zaledje.platform.procedure.Condition;
import org.zaledje.platform.procedure.Fact;
import org.zaledje.platform.text.LocalizedText;

/** What was told of a record, kept with its type: the function that knows it may be away. */
record TypedFact(Fact.Type type, String value) {

    boolean holds(Condition condition) {
        return new Fact(condition.fact(), LocalizedText.verbatim(condition.fact()), type).holds(value, condition);
    }
}
