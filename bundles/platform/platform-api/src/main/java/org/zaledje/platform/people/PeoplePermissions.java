package org.zaledje.platform.people;

/** What callers can be allowed to do with users, roles, tokens and sessions. */
public final class PeoplePermissions {

    /** See all users, roles, tokens and sessions. */
    public static final String READ = "administration.people.read";

    /** Change them, within what one may do oneself: nobody gives more than they have. */
    public static final String MANAGE = "administration.people.manage";

    private PeoplePermissions() {
    }
}
