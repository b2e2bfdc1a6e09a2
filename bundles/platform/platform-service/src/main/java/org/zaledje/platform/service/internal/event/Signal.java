package org.zaledje.platform.service.internal.event;

import org.zaledje.platform.event.Event;

/** There is something new of a type in a lane. */
record Signal(int lane, String type) {

    static Signal of(Event event) {
        return new Signal(Lanes.of(event.aggregate()), event.type());
    }
}
