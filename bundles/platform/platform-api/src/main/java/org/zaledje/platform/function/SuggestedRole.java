package org.zaledje.platform.function;

import java.util.Objects;
import java.util.Set;
import org.zaledje.platform.text.LocalizedText;

/**
 * A role that a function suggests. It comes into being when an administrator takes the suggestion up.
 *
 * @param id          lower-case letters, digits and hyphens; unique within the function
 * @param title       the name that people read
 * @param permissions what it allows; may name permissions of other functions
 */
public record SuggestedRole(String id, LocalizedText title, Set<String> permissions) {

    public SuggestedRole {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        permissions = Set.copyOf(permissions);
    }
}
