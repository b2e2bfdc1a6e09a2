package org.zaledje.platform.service.internal.event;

import org.zaledje.platform.event.Event;

/**
 * An event with its place in the log.
 *
 * @param heldBack whether an earlier event of its aggregate is still waiting for the consumer that reads
 */
record LoggedEvent(int lane, long position, Event event, boolean heldBack) {
}
