package org.zaledje.platform.service.internal.identity;

import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.people.OpenSession;
import org.zaledje.platform.people.Sessions;

/** Open sessions of all users. */
@Component(service = {Sessions.class, SessionAdministration.class})
public final class SessionAdministration implements Sessions {

    private final PeopleChanges people;
    private final SessionStore sessions;

    @Activate
    public SessionAdministration(@Reference PeopleChanges people, @Reference SessionStore sessions) {
        this.people = people;
        this.sessions = sessions;
    }

    @Override
    public Page<OpenSession> list(ListQuery query) {
        people.requireReader();
        return sessions.list(query);
    }

    @Override
    public void end(UUID id) {
        people.requireManager();
        end(sessions.find(id).orElseThrow(() -> PeopleChanges.notFound("session", id)).session());
    }

    void end(OpenSession session) {
        people.change(() -> {
            sessions.remove(session.id());
            people.record(new Change(new RecordRef("people.session", session.id().toString()), "people.session.end",
                    Map.of("user", session.userName(), "address", session.address()), Map.of()));
            return session;
        });
    }
}
