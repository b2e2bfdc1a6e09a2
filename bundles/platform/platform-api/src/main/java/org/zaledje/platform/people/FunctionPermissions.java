package org.zaledje.platform.people;

import java.util.List;
import java.util.Objects;
import org.zaledje.platform.function.SuggestedRole;
import org.zaledje.platform.text.LocalizedText;

/**
 * What a running function offers to allow.
 *
 * @param function    id of the function
 * @param title       its name
 * @param permissions its permissions, sorted by id
 * @param suggested   roles that it suggests; may be empty
 */
public record FunctionPermissions(
        String function, LocalizedText title, List<Permission> permissions, List<SuggestedRole> suggested) {

    /**
     * One permission.
     *
     * @param id    its id, for example {@code accounting.entry.post}
     * @param title what it allows, in words
     */
    public record Permission(String id, LocalizedText title) {
        public Permission {
            Objects.requireNonNull(id);
            Objects.requireNonNull(title);
        }
    }

    public FunctionPermissions {
        Objects.requireNonNull(function);
        Objects.requireNonNull(title);
        permissions = List.copyOf(permissions);
        suggested = List.copyOf(suggested);
    }
}
