package org.zaledje.platform.id;

import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Makes ids. Thread-safe. */
@ProviderType
public interface IdSource {

    /**
     * A new id: UUID version 7 (RFC 9562), which sorts by the time it was made; ids of one source are strictly increasing
     * in their string form.
     */
    UUID next();
}
