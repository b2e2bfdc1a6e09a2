package org.zaledje.platform.service.internal.identity.ldap;

import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.List;
import java.util.Optional;

/**
 * How directories say that an administrator has locked a user: Active Directory, 389 and its kin, OpenLDAP, PingDirectory,
 * eDirectory. What locks after wrong passwords and passes by itself is left to the directory's own answer to a login: else
 * whoever guesses could end the sessions of others.
 */
final class Locks {

    private static final String FLAGS = "userAccountControl";
    private static final int DISABLED = 2;
    private static final String LOCKED_TIME = "pwdAccountLockedTime";
    private static final String FOR_EVER = "000001010000Z";
    private static final List<String> SWITCHES = List.of("nsAccountLock", "ds-pwp-account-disabled", "loginDisabled");

    /** What to ask for: some servers tell these only by name. */
    static final List<String> ATTRIBUTES =
            List.of(FLAGS, LOCKED_TIME, SWITCHES.get(0), SWITCHES.get(1), SWITCHES.get(2));

    private Locks() {
    }

    static boolean holds(SearchResultEntry entry) {
        return Optional.ofNullable(entry.getAttributeValueAsInteger(FLAGS)).filter(flags -> (flags & DISABLED) != 0).isPresent()
                || FOR_EVER.equals(entry.getAttributeValue(LOCKED_TIME))
                || SWITCHES.stream().anyMatch(name -> "true".equalsIgnoreCase(entry.getAttributeValue(name)));
    }
}
