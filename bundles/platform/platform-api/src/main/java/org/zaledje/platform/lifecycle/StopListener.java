package org.zaledje.platform.lifecycle;

import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard service: is told before anything stops that the platform is about to. */
@ConsumerType
public interface StopListener {

    /**
     * The platform stops soon: begin nothing new. All services are still there, and requests that were let in are still being
     * answered. Called once, together with others, in a thread of its own; the platform waits for its return as it does for requests.
     */
    void stopping();
}
