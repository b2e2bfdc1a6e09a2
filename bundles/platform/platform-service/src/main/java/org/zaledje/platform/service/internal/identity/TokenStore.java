package org.zaledje.platform.service.internal.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.people.ApiToken;
import org.zaledje.platform.people.Tokens;
import org.zaledje.platform.persistence.SqlList;
import org.zaledje.platform.persistence.Stored;
import org.zaledje.platform.service.internal.database.Sql;

/** The tokens in the platform's tables. A revoked one is removed; the audit trail remembers it. */
@Component(service = TokenStore.class)
public final class TokenStore {

    private static final String COLUMNS =
            "r.id, r.user_id, u.name as user_name, r.name, r.company_id, r.created_at, r.expires_at, r.last_used_at";
    private static final String FROM = "sys_token r join sys_user u on u.id = r.user_id";
    private static final String SELECT = "select " + COLUMNS + " from " + FROM + " ";
    private static final SqlList<ApiToken> LIST = SqlList.of(Tokens.TOKENS, COLUMNS, FROM, TokenStore::read)
            .held("user", "r.user_id", Stored.UUID).held("userName", "u.name", Stored.TEXT)
            .held("company", "r.company_id", Stored.UUID);

    private final Sql sql;

    @Activate
    public TokenStore(@Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    Optional<ApiToken> bySecret(String secret) {
        return scoped(sql.list(SELECT + "where r.sha256 = ?", TokenStore::read, Secrets.sha256(secret)))
                .stream().findFirst();
    }

    Optional<ApiToken> find(UUID id) {
        return scoped(sql.list(SELECT + "where r.id = ?", TokenStore::read, id)).stream().findFirst();
    }

    List<ApiToken> of(UUID user) {
        return scoped(sql.list(SELECT + "where r.user_id = ? order by r.id desc limit ?",
                TokenStore::read, user, ApiToken.TOKENS_MAX));
    }

    Page<ApiToken> list(ListQuery query) {
        Page<ApiToken> page = sql.page(LIST, query, Map.of());
        return new Page<>(scoped(page.items()), page.next());
    }

    private static ApiToken read(ResultSet row) throws SQLException {
        return new ApiToken(row.getObject("id", UUID.class), row.getObject("user_id", UUID.class),
                row.getString("user_name"), row.getString("name"), Set.of(),
                Optional.ofNullable(row.getObject("company_id", UUID.class)),
                Sql.moment(row, "created_at").orElseThrow(), Sql.moment(row, "expires_at").orElseThrow(),
                Sql.moment(row, "last_used_at"));
    }

    private List<ApiToken> scoped(List<ApiToken> tokens) {
        if (tokens.isEmpty()) {
            return tokens;
        }
        Collection<UUID> ids = tokens.stream().map(ApiToken::id).toList();
        Map<UUID, Set<String>> permissions = new HashMap<>();
        sql.list("select token_id, permission from sys_token_permission where token_id in ("
                        + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")",
                row -> permissions.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashSet<>())
                        .add(row.getString(2)), ids.toArray());
        return tokens.stream().map(t -> new ApiToken(t.id(), t.user(), t.userName(), t.name(),
                permissions.getOrDefault(t.id(), Set.of()), t.company(), t.createdAt(), t.expiresAt(), t.lastUsedAt())).toList();
    }

    void add(ApiToken token, String secret) {
        sql.update("insert into sys_token (id, user_id, name, sha256, company_id, created_at, expires_at) "
                        + "values (?, ?, ?, ?, ?, ?, ?)", token.id(), token.user(), token.name(), Secrets.sha256(secret),
                token.company(), token.createdAt(), token.expiresAt());
        token.permissions().forEach(permission ->
                sql.update("insert into sys_token_permission (token_id, permission) values (?, ?)", token.id(), permission));
    }

    void remove(UUID id) {
        sql.update("delete from sys_token_permission where token_id = ?", id);
        sql.update("delete from sys_token where id = ?", id);
    }

    void used(UUID id, Instant at) {
        sql.update("update sys_token set last_used_at = ? where id = ?", at, id);
    }
}
