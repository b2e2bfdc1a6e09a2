package org.zaledje.platform.persistence;

import java.util.List;
import java.util.function.Function;

/** A filter that is more than a comparison of one attribute. */
@FunctionalInterface
public interface ListCondition {

    /**
     * The condition in the language of the list, JPQL or SQL, in which {@code r} is the row.
     *
     * @param values    what the filter was given
     * @param parameter binds a value, or a list for {@code in}, and answers its name with the colon; no value ever
     *                  stands in the text itself
     */
    String text(List<?> values, Function<Object, String> parameter);
}
