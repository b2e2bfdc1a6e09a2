package org.zaledje.platform.procedure;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard service of a function that knows what people are, for example which positions they hold. Asked each time that
 * somebody opens their inbox: it must be quick.
 */
@ConsumerType
public interface Membership {

    /** What a user is in the current company, in the name of others too, as a deputy is. Never null, may be empty. */
    Set<Candidate> of(String user);
}
