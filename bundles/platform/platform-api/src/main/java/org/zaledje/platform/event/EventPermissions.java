package org.zaledje.platform.event;

/** What callers can be allowed to do with the delivery of events. */
public final class EventPermissions {

    /** See consumers, dead letters and webhooks. */
    public static final String READ = "administration.events.read";

    /** Repair, resend and discard dead letters, and forget consumers. */
    public static final String MANAGE = "administration.events.manage";

    /** Make and remove webhooks: they carry the company's events to other systems. */
    public static final String WEBHOOKS = "administration.webhooks.manage";

    private EventPermissions() {
    }
}
