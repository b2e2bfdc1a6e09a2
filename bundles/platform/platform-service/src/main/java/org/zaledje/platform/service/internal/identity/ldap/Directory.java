package org.zaledje.platform.service.internal.identity.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.people.UserAccount.Source;
import org.zaledje.platform.service.internal.identity.ExternalIdentity;

/** The people in a directory: found by a search, known by a bind with their password. */
final class Directory {

    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);

    private static final int GROUPS_MAX = 1_000;

    /** What a server says of a bind when it is the user that is the matter, and not the server. */
    private static final Set<ResultCode> NOT_LET_IN = Set.of(ResultCode.INVALID_CREDENTIALS, ResultCode.NO_SUCH_OBJECT,
            ResultCode.CONSTRAINT_VIOLATION, ResultCode.UNWILLING_TO_PERFORM, ResultCode.INAPPROPRIATE_AUTHENTICATION,
            ResultCode.INSUFFICIENT_ACCESS_RIGHTS);

    private final LdapSettings settings;
    private final LdapConnections connections;

    Directory(LdapSettings settings) {
        this.settings = settings;
        this.connections = new LdapConnections(settings);
    }

    /**
     * Who has this name and password.
     *
     * @return empty when nobody has, or more than one entry has the name
     * @throws LDAPException when the directory can't be asked
     */
    Optional<ExternalIdentity> find(String name, char[] password) throws LDAPException {
        try (LDAPConnection connection = connect()) {
            Optional<SearchResultEntry> entry = entry(connection, name).filter(each -> !Locks.holds(each));
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            // Groups before the user's own bind, after which the connection may see less.
            ExternalIdentity found = identity(entry.get(), name, groups(connection, entry.get(), name));
            return accepts(connection, entry.get().getDN(), password) ? Optional.of(found) : Optional.empty();
        }
    }

    /** A connection on which may be searched. */
    LDAPConnection connect() throws LDAPException {
        LDAPConnection connection = connections.open();
        try {
            if (settings.bindDn().isPresent()) {
                connection.bind(settings.bindDn().get(), settings.bindPassword());
            }
            return connection;
        } catch (LDAPException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Whom the directory knows by an id, and would let in.
     *
     * @param name where it looks first
     * @return empty when there is nobody such any more, they are locked, or no user of ours by the filter
     * @throws LDAPException when the directory can't be asked
     */
    Optional<ExternalIdentity> known(LDAPConnection connection, String subject, String name) throws LDAPException {
        Optional<SearchResultEntry> entry = entry(connection, name).filter(each -> id(each).equals(subject));
        if (entry.isEmpty()) {
            Optional<String> renamed = nameOf(connection, subject);
            entry = renamed.isEmpty() ? Optional.empty()
                    : entry(connection, renamed.get()).filter(each -> id(each).equals(subject));
        }
        if (entry.isEmpty() || Locks.holds(entry.get())) {
            return Optional.empty();
        }
        String present = Optional.ofNullable(entry.get().getAttributeValue(settings.nameAttribute())).orElse(name);
        return Optional.of(identity(entry.get(), present, groups(connection, entry.get(), present)));
    }

    private Optional<String> nameOf(LDAPConnection connection, String subject) throws LDAPException {
        List<Filter> written = new ArrayList<>(List.of(Filter.createEqualityFilter(settings.idAttribute(), subject)));
        if (subject.matches("([0-9a-f]{2})+")) {
            written.add(Filter.createEqualityFilter(settings.idAttribute(), HexFormat.of().parseHex(subject)));
        }
        SearchRequest request = new SearchRequest(settings.userBase(), SearchScope.SUB, Filter.createORFilter(written),
                settings.nameAttribute());
        request.setSizeLimit(1);
        return search(connection, request).stream().findFirst().map(entry -> entry.getAttributeValue(settings.nameAttribute()));
    }

    private Optional<SearchResultEntry> entry(LDAPConnection connection, String name) throws LDAPException {
        String filter = settings.userFilter().replace(LdapSettings.NAME, Filter.encodeValue(name));
        List<String> attributes = new ArrayList<>(Locks.ATTRIBUTES);
        attributes.addAll(List.of(settings.idAttribute(), settings.nameAttribute(), settings.displayNameAttribute(),
                settings.emailAttribute(), settings.groupsAttribute()));
        SearchRequest request = new SearchRequest(settings.userBase(), SearchScope.SUB, filter,
                attributes.toArray(String[]::new));
        request.setSizeLimit(2);
        List<SearchResultEntry> found = search(connection, request);
        if (found.size() > 1) {
            LOG.warn("The directory has more than one entry for the login name {}: nobody is let in by it", name);
            return Optional.empty();
        }
        return found.stream().findFirst();
    }

    private Set<String> groups(LDAPConnection connection, SearchResultEntry entry, String name) throws LDAPException {
        Set<String> groups = new LinkedHashSet<>();
        Optional.ofNullable(entry.getAttributeValues(settings.groupsAttribute())).stream().flatMap(Arrays::stream)
                .map(LdapSettings::group).forEach(groups::add);
        if (settings.groupBase().isPresent()) {
            String filter = settings.groupFilter().replace(LdapSettings.DN_OF_USER, Filter.encodeValue(entry.getDN()))
                    .replace(LdapSettings.NAME, Filter.encodeValue(name));
            SearchRequest request = new SearchRequest(settings.groupBase().get(), SearchScope.SUB, filter,
                    SearchRequest.NO_ATTRIBUTES);
            request.setSizeLimit(GROUPS_MAX);
            search(connection, request).forEach(group -> groups.add(LdapSettings.group(group.getDN())));
        }
        return groups;
    }

    private static List<SearchResultEntry> search(LDAPConnection connection, SearchRequest request) throws LDAPException {
        try {
            return connection.search(request).getSearchEntries();
        } catch (LDAPSearchException e) {
            if (e.getResultCode() == ResultCode.SIZE_LIMIT_EXCEEDED) {
                return e.getSearchEntries();
            }
            throw e;
        }
    }

    private ExternalIdentity identity(SearchResultEntry entry, String typed, Set<String> groups) {
        String name = Optional.ofNullable(entry.getAttributeValue(settings.nameAttribute())).orElse(typed);
        return new ExternalIdentity(Source.LDAP, id(entry), name, text(entry, settings.displayNameAttribute()),
                text(entry, settings.emailAttribute()), groups);
    }

    /** The id of an entry; its place when it has none. Active Directory's is made of bytes. */
    private String id(SearchResultEntry entry) {
        String text = entry.getAttributeValue(settings.idAttribute());
        boolean readable = text != null && text.chars().allMatch(c -> c > ' ' && c < 127);
        return readable ? text : Optional.ofNullable(entry.getAttributeValueBytes(settings.idAttribute()))
                .map(HexFormat.of()::formatHex).orElseGet(() -> LdapSettings.group(entry.getDN()));
    }

    private static String text(SearchResultEntry entry, String attribute) {
        return Optional.ofNullable(entry.getAttributeValue(attribute)).orElse("");
    }

    private static boolean accepts(LDAPConnection connection, String dn, char[] password) throws LDAPException {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] secret = Arrays.copyOf(encoded.array(), encoded.limit());
        try {
            return connection.bind(new SimpleBindRequest(dn, secret)).getResultCode() == ResultCode.SUCCESS;
        } catch (LDAPException e) {
            if (NOT_LET_IN.contains(e.getResultCode())) {
                return false;
            }
            throw e;
        } finally {
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(encoded.array(), (byte) 0);
        }
    }
}
