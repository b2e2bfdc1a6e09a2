package org.zaledje.platform.web.internal.rest;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.zaledje.platform.list.ListSchema;

/**
 * How a function describes its resources.
 *
 * @param places where the OpenAPI descriptions lie that its bundles hold; the resources of one bundle share theirs
 * @param lists  what can be asked of the lists that its operations answer, by operation id
 */
public record RestDescription(Set<URI> places, Map<String, ListSchema> lists) {

    public RestDescription {
        places = Set.copyOf(places);
        lists = Map.copyOf(lists);
    }
}
