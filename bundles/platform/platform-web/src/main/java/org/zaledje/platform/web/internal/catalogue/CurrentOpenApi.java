package org.zaledje.platform.web.internal.catalogue;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.rest.OpenApi;
import org.zaledje.platform.web.internal.rest.RestFunctions;

/** Makes the description of all REST resources anew when one has come or gone. */
@Component
public final class CurrentOpenApi implements OpenApi {

    private final RestFunctions functions;
    private volatile Cached cached = new Cached(-1, new byte[0]);

    @Activate
    public CurrentOpenApi(@Reference RestFunctions functions) {
        this.functions = functions;
    }

    @Override
    public byte[] document() {
        Cached known = cached;
        long changes = functions.changes();
        if (known.changes() != changes) {
            // Counted before it is read: a change meanwhile makes the next request read again.
            known = new Cached(changes, new OpenApiDocument(functions.descriptions()).toJson());
            cached = known;
        }
        return known.document();
    }

    private record Cached(long changes, byte[] document) {
    }
}
