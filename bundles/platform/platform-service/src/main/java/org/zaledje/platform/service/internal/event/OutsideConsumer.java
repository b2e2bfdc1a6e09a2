package org.zaledje.platform.service.internal.event;

import org.zaledje.platform.event.Event;
import org.zaledje.platform.event.EventConsumer;

/** A consumer whose effect is outside of the database: it is called in no transaction, and may get an event again. */
interface OutsideConsumer extends EventConsumer {

    /** Whether an event of its types is for it. */
    boolean wants(Event event);
}
