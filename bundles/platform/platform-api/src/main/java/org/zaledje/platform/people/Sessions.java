package org.zaledje.platform.people;

import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListField;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;

/** Open sessions of all users. Permissions, problems and audit are those of {@link Users}. Thread-safe. */
@ProviderType
public interface Sessions {

    /** What can be asked of the list of sessions. */
    ListSchema SESSIONS = ListSchema.of("people.sessions", "-id")
            .with(ListField.of("user", FieldType.ID).equal())
            .with(ListField.of("userName", FieldType.TEXT).equal().contains().sorted())
            .with(ListField.of("address", FieldType.TEXT).equal().contains())
            .with(ListField.of("createdAt", FieldType.MOMENT).range().sorted())
            .with(ListField.of("lastSeenAt", FieldType.MOMENT).range().sorted());

    /** All open sessions, newest first. */
    default Page<OpenSession> list(PageRequest request) {
        return list(ListQuery.of(request));
    }

    /**
     * Open sessions as they are asked for.
     *
     * @param query what {@link #SESSIONS} allows
     */
    Page<OpenSession> list(ListQuery query);

    /** Ends a session: its next request leads to the login. */
    void end(UUID id);
}
