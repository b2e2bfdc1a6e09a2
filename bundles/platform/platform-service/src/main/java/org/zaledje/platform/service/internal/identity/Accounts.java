package org.zaledje.platform.service.internal.identity;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.people.ApiToken;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.service.internal.identity.SessionStore.StoredSession;

/*
 * How are rights current on every request of every node, and yet not read from five tables each time?
 *
 * One row holds a version, another one after each change of who may do what; it changes in the transaction of the change.
 * A request reads that row alone, and the rest from memory while the version is the one that the memory was filled under.
 * The version is read first, so memory may be newer than its version, never older. It is a new id each time, not a count:
 * what a transaction sees of its own before it is rolled back is filed under an id that never comes again.
 */
/** Users with their roles, tokens and sessions, as they are at this moment. */
@Component(service = Accounts.class)
public final class Accounts {

    private static final int ENTRIES_MAX = 10_000;

    private static final class Memory {
        private final UUID version;
        private final Map<UUID, Optional<Account>> accounts = new ConcurrentHashMap<>();
        private final Map<String, Optional<ApiToken>> tokens = new ConcurrentHashMap<>();
        private final Map<UUID, Optional<StoredSession>> sessions = new ConcurrentHashMap<>();
        private final Map<Set<UUID>, Optional<Set<UUID>>> units = new ConcurrentHashMap<>();

        private Memory(UUID version) {
            this.version = version;
        }
    }

    private final Sql sql;
    private final IdSource ids;
    private final UserStore users;
    private final RoleStore roles;
    private final TokenStore tokens;
    private final SessionStore sessions;

    // Replaced by whichever request first finds another version.
    private volatile Memory memory = new Memory(new UUID(0, 0));

    @Activate
    public Accounts(
            @Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource,
            @Reference IdSource ids,
            @Reference UserStore users,
            @Reference RoleStore roles,
            @Reference TokenStore tokens,
            @Reference SessionStore sessions) {
        this.sql = new Sql(dataSource);
        this.ids = ids;
        this.users = users;
        this.roles = roles;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    Optional<Account> find(UUID user) {
        return remembered(current().accounts, user, this::read);
    }

    Optional<ApiToken> token(String secret) {
        // By its digest, for a secret that is sent wrongly must not stay in memory.
        return remembered(current().tokens, Secrets.sha256(secret), digest -> tokens.bySecret(secret));
    }

    Optional<StoredSession> session(UUID id) {
        return remembered(current().sessions, id, sessions::find);
    }

    /** An account read anew, for what is done to it. */
    Optional<Account> read(UUID user) {
        return users.find(user).map(found ->
                new Account(found, roles.held(List.of(user)).getOrDefault(user, List.of())));
    }

    /** A user at work. */
    Caller caller(Account account, boolean secondFactor) {
        return account.caller(secondFactor, units -> remembered(current().units, units, this::withDescendants).orElseThrow());
    }

    private Optional<Set<UUID>> withDescendants(Set<UUID> units) {
        String marks = String.join(", ", Collections.nCopies(units.size(), "?"));
        Map<UUID, Set<UUID>> below = new HashMap<>();
        sql.list("select id, parent_id from sys_unit where parent_id is not null and company_id in"
                        + " (select company_id from sys_unit where id in (" + marks + "))",
                row -> below.computeIfAbsent(row.getObject(2, UUID.class), parent -> new HashSet<>())
                        .add(row.getObject(1, UUID.class)), units.toArray());
        Set<UUID> all = new HashSet<>();
        Deque<UUID> next = new ArrayDeque<>(units);
        while (!next.isEmpty()) {
            UUID unit = next.pop();
            if (all.add(unit)) {
                next.addAll(below.getOrDefault(unit, Set.of()));
            }
        }
        return Optional.of(Set.copyOf(all));
    }

    /** Says, in the transaction of a change, that who may do what is another matter now. */
    public void changed() {
        sql.update("update sys_identity set version = ?", ids.next());
    }

    private Memory current() {
        UUID version = sql.first("select version from sys_identity", row -> row.getObject(1, UUID.class)).orElseThrow();
        Memory present = memory;
        if (!present.version.equals(version)) {
            present = new Memory(version);
            memory = present;
        }
        return present;
    }

    private static <K, V> Optional<V> remembered(Map<K, Optional<V>> known, K key, Function<K, Optional<V>> read) {
        Optional<V> value = known.get(key);
        if (value == null) {
            value = read.apply(key);
            if (known.size() >= ENTRIES_MAX) {
                known.clear();
            }
            known.put(key, value);
        }
        return value;
    }
}
