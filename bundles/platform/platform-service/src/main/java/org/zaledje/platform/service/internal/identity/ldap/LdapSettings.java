package org.zaledje.platform.service.internal.identity.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zaledje.platform.service.internal.identity.RoleMapping;

/**
 * What an administrator configures in {@code org.zaledje.ldap.cfg}.
 *
 * @param servers      the directory's servers, which are tried in this order
 * @param startTls     whether a connection that begins in clear is encrypted before anything is said
 * @param authorities  file with the certificates to trust; empty for those that Java trusts
 * @param bindDn       who searches; empty to search without a login
 * @param userFilter   which entries are users; {@code {name}} stands for the login name
 * @param groupBase    where to search groups; empty when the entry of a user names them
 * @param groupFilter  which groups a user is in; {@code {dn}} and {@code {name}} stand for the user
 * @param timeout      for connecting, and for each answer
 * @param checkMinutes how often the directory is asked about those who are at work
 */
record LdapSettings(
        List<LDAPURL> servers,
        boolean startTls,
        Optional<Path> authorities,
        Optional<String> bindDn,
        String bindPassword,
        String userBase,
        String userFilter,
        String idAttribute,
        String nameAttribute,
        String displayNameAttribute,
        String emailAttribute,
        String groupsAttribute,
        Optional<String> groupBase,
        String groupFilter,
        RoleMapping roles,
        Duration timeout,
        int checkMinutes) {

    static final String NAME = "{name}";
    static final String DN_OF_USER = "{dn}";

    private static final int TIMEOUT_SECONDS = 5;
    private static final int TIMEOUT_SECONDS_MAX = 60;
    private static final int CHECK_MINUTES = 5;
    private static final int CHECK_MINUTES_MAX = 1_440;

    /**
     * Reads a configuration.
     *
     * @return empty when it names no server
     * @throws IllegalArgumentException when it can't be read, with what is wrong
     */
    static Optional<LdapSettings> of(Map<String, ?> values) {
        Optional<String> url = text(values, "url");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        String userFilter = text(values, "user.filter").orElse("(uid={name})");
        if (!userFilter.contains(NAME)) {
            throw new IllegalArgumentException("user.filter has no " + NAME + ", so it would find everybody");
        }
        return Optional.of(new LdapSettings(
                servers(url.get()),
                !text(values, "start.tls").orElse("true").equalsIgnoreCase("false"),
                text(values, "authorities").map(Path::of),
                text(values, "bind.dn"),
                text(values, "bind.password").orElse(""),
                text(values, "user.base").orElseThrow(() -> new IllegalArgumentException("user.base is missing")),
                userFilter,
                text(values, "attribute.id").orElse("entryUUID"),
                text(values, "attribute.name").orElse("uid"),
                text(values, "attribute.display.name").orElse("displayName"),
                text(values, "attribute.email").orElse("mail"),
                text(values, "attribute.groups").orElse("memberOf"),
                text(values, "group.base"),
                text(values, "group.filter").orElse("(member={dn})"),
                RoleMapping.parse(text(values, "roles").orElse(""), LdapSettings::group),
                Duration.ofSeconds(timeout(text(values, "timeout.seconds"))),
                text(values, "check.minutes").map(Integer::parseInt)
                        .map(minutes -> Math.max(1, Math.min(CHECK_MINUTES_MAX, minutes))).orElse(CHECK_MINUTES)));
    }

    private static List<LDAPURL> servers(String text) {
        List<LDAPURL> servers = new ArrayList<>();
        for (String each : text.split("\\s+")) {
            try {
                LDAPURL server = new LDAPURL(each);
                if (!server.getScheme().equals("ldap") && !server.getScheme().equals("ldaps")) {
                    throw new IllegalArgumentException(each + " is neither ldap:// nor ldaps://");
                }
                servers.add(server);
            } catch (LDAPException e) {
                throw new IllegalArgumentException(each + " is no address of a directory: " + e.getMessage(), e);
            }
        }
        return servers;
    }

    private static int timeout(Optional<String> text) {
        return text.map(Integer::parseInt).map(seconds -> Math.max(1, Math.min(TIMEOUT_SECONDS_MAX, seconds)))
                .orElse(TIMEOUT_SECONDS);
    }

    /** Distinguished names that mean the same are written in many ways; what is none is a plain name. */
    static String group(String name) {
        try {
            return DN.normalize(name);
        } catch (LDAPException e) {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    private static Optional<String> text(Map<String, ?> values, String key) {
        return Optional.ofNullable(values.get(key)).map(Object::toString).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Tells all but the password. */
    @Override
    public String toString() {
        return "LdapSettings[" + servers + ", " + userBase + "]";
    }
}
