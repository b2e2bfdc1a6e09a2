package org.zaledje.platform.admin.internal;

import com.vaadin.flow.router.BeforeEnterEvent;
import java.util.Optional;
import java.util.UUID;

/** The id in the address of a page. */
public final class RouteIds {

    private RouteIds() {
    }

    /** The id, or empty when the address holds something else. */
    public static Optional<UUID> of(BeforeEnterEvent event) {
        return event.getRouteParameters().get("id").flatMap(text -> {
            try {
                return Optional.of(UUID.fromString(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }
}
