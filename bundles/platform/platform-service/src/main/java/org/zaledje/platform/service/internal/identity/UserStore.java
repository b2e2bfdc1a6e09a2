package org.zaledje.platform.service.internal.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.people.Role;
import org.zaledje.platform.people.UserAccount;
import org.zaledje.platform.people.Users;
import org.zaledje.platform.persistence.SqlList;
import org.zaledje.platform.service.internal.database.ClusterLock;
import org.zaledje.platform.service.internal.database.Sql;

/** The users in the platform's tables. */
@Component(service = UserStore.class)
public final class UserStore {

    /** Longest login name that is taken, in characters. */
    static final int NAME_LENGTH_MAX = UserAccount.NAME_LENGTH_MAX;

    private static final String COLUMNS = "r.id, r.name, r.password_hash, r.display_name, r.email, r.kind, r.disabled, "
            + "r.password_must_change, r.failures, r.failed_at, r.second_factor_secret, r.second_factor_step, r.created_at, "
            + "r.source, r.subject, r.withdrawn";
    private static final String SELECT = "select " + COLUMNS + " from sys_user r ";
    private static final SqlList<User> LIST = SqlList.of(Users.USERS, COLUMNS, "sys_user r", UserStore::read);

    private final Sql sql;

    @Activate
    public UserStore(@Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    /** Waits, in a transaction, while another node makes the first users. */
    void onOneNode() {
        ClusterLock.FIRST_START.holdInTransaction(sql);
    }

    /** The user with this login name, however it is written. */
    Optional<User> find(String name) {
        return name.length() > NAME_LENGTH_MAX
                ? Optional.empty() : sql.first(SELECT + "where name = ?", UserStore::read, normal(name));
    }

    Optional<User> find(UUID id) {
        return sql.first(SELECT + "where id = ?", UserStore::read, id);
    }

    /** The user whom a source elsewhere knows by this id. */
    Optional<User> find(UserAccount.Source source, String subject) {
        return sql.first(SELECT + "where source = ? and subject = ?", UserStore::read, source.name(), subject);
    }

    /** Users of a source elsewhere who have a session or a token, and those whom it has withdrawn; by name. */
    List<User> atWork(UserAccount.Source source) {
        return sql.list(SELECT + "where r.source = ? and (r.withdrawn or exists (select 1 from sys_session s where s.user_id = r.id)"
                + " or exists (select 1 from sys_token t where t.user_id = r.id)) order by r.name", UserStore::read, source.name());
    }

    Page<User> list(ListQuery query) {
        return sql.page(LIST, query, Map.of());
    }

    /** People who may come in and have a role in a company, whose name has a text in it; by login name. */
    List<User> people(String text, UUID company, int limit) {
        String like = "%" + normal(text).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        return sql.list(SELECT + "where r.kind = ? and not r.disabled and not r.withdrawn"
                        + " and (r.name like ? escape '!' or lower(r.display_name) like ? escape '!')"
                        + " and exists (select 1 from sys_role_assignment a where a.user_id = r.id"
                        + " and (a.company_id is null or a.company_id = ?)) order by r.name limit ?",
                UserStore::read, UserAccount.Kind.PERSON.name(), like, like, company, limit);
    }

    private static User read(ResultSet row) throws SQLException {
        return new User(row.getObject("id", UUID.class), row.getString("name"),
                Optional.ofNullable(row.getString("password_hash")), row.getString("display_name"), row.getString("email"),
                UserAccount.Kind.valueOf(row.getString("kind")), row.getBoolean("disabled"),
                row.getBoolean("password_must_change"), row.getInt("failures"), Sql.moment(row, "failed_at"),
                Optional.ofNullable(row.getString("second_factor_secret")), row.getLong("second_factor_step"),
                Sql.moment(row, "created_at").orElseThrow(), UserAccount.Source.valueOf(row.getString("source")),
                Optional.ofNullable(row.getString("subject")), row.getBoolean("withdrawn"));
    }

    void add(User user) {
        sql.update("insert into sys_user (id, name, password_hash, display_name, email, kind, password_must_change, created_at, "
                        + "source, subject) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", user.id(), normal(user.name()),
                user.passwordHash(), user.displayName(), user.email(), user.kind().name(), user.passwordMustChange(),
                user.createdAt(), user.source().name(), user.subject());
    }

    void change(UUID id, String displayName, String email, boolean disabled) {
        sql.update("update sys_user set display_name = ?, email = ?, disabled = ? where id = ?",
                displayName, email, disabled, id);
    }

    /** Notes whether where a user comes from knows them no longer. */
    void withdraw(UUID id, boolean withdrawn) {
        sql.update("update sys_user set withdrawn = ? where id = ?", withdrawn, id);
    }

    void changePassword(UUID id, String passwordHash, boolean mustChange) {
        sql.update("update sys_user set password_hash = ?, password_must_change = ?, failures = 0, failed_at = null where id = ?",
                passwordHash, mustChange, id);
    }

    void failed(UUID id, Instant at) {
        sql.update("update sys_user set failures = failures + 1, failed_at = ? where id = ?", at, id);
    }

    void forgetFailures(UUID id) {
        sql.update("update sys_user set failures = 0, failed_at = null where id = ?", id);
    }

    void offerSecret(UUID id, String secret) {
        sql.update("update sys_user set offered_secret = ? where id = ?", secret, id);
    }

    Optional<String> offeredSecret(UUID id) {
        return sql.first("select offered_secret from sys_user where id = ?",
                row -> Optional.ofNullable(row.getString(1)), id).flatMap(secret -> secret);
    }

    /** Turns the second factor on, or off. Its former recovery codes go. */
    void changeSecret(UUID id, Optional<String> secret, long step, List<String> recoveryCodes) {
        sql.update("update sys_user set second_factor_secret = ?, second_factor_step = ?, offered_secret = null where id = ?",
                secret, step, id);
        sql.update("delete from sys_recovery_code where user_id = ?", id);
        recoveryCodes.forEach(code ->
                sql.update("insert into sys_recovery_code (user_id, sha256) values (?, ?)", id, Secrets.sha256(code)));
    }

    /** Notes the time step of a code; false when that one or a later one was used before. */
    boolean useStep(UUID id, long step) {
        return sql.update("update sys_user set second_factor_step = ? where id = ? and second_factor_step < ?",
                step, id, step) == 1;
    }

    /** Uses a recovery code up; false when there is none such. */
    boolean useRecoveryCode(UUID id, String code) {
        return sql.update("delete from sys_recovery_code where user_id = ? and sha256 = ?", id, Secrets.sha256(code)) == 1;
    }

    /** Whether somebody who can log in may do everything everywhere. */
    boolean hasAdministrator() {
        return sql.first("select 1 from sys_role_assignment a join sys_user u on u.id = a.user_id where a.role_id = ? "
                        + "and a.company_id is null and not u.disabled and not u.withdrawn limit 1", row -> true, Role.ADMINISTRATOR).isPresent();
    }

    static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
