package org.zaledje.platform.procedure;

import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard service that wants to know at once when work on this node has changed inboxes, for example to count anew. */
@ConsumerType
public interface InboxListener {

    /** Some tasks of a company have come, gone or changed hands. Called after the commit; must be quick. */
    void changed(UUID company);
}
