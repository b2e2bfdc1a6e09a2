package org.zaledje.platform.people;

import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;

/** Open sessions of all users. Permissions, problems and audit are those of {@link Users}. Thread-safe. */
@ProviderType
public interface Sessions {

    /** All open sessions, newest first. */
    Page<OpenSession> list(PageRequest request);

    /** Ends a session: its next request leads to the login. */
    void end(UUID id);
}
