package org.zaledje.platform.service.internal.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.service.internal.database.LocalTransaction;

/** The users in the platform's tables. */
@Component(service = Users.class)
public final class Users {

    /** Longest login name that is taken, in characters. */
    static final int NAME_LENGTH_MAX = 100;

    private final DataSource dataSource;
    private final Clock clock;

    @Activate
    public Users(
            @Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource,
            @Reference Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** The user with this login name, however it is written. */
    Optional<User> find(String name) throws SQLException {
        if (name.length() > NAME_LENGTH_MAX) {
            return Optional.empty();
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select u.id, u.name, u.password_hash, r.role from sys_user u "
                                + "left join sys_user_role r on r.user_id = u.id where u.name = ?")) {
            query.setString(1, normal(name));
            try (ResultSet rows = query.executeQuery()) {
                return read(rows);
            }
        }
    }

    private static Optional<User> read(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        UUID id = rows.getObject(1, UUID.class);
        String name = rows.getString(2);
        String hash = rows.getString(3);
        Set<String> roles = new HashSet<>();
        do {
            String role = rows.getString(4);
            if (role != null) {
                roles.add(role);
            }
        } while (rows.next());
        return Optional.of(new User(id, name, hash, roles));
    }

    /** Whether somebody has the role. */
    boolean someoneIs(String role) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select 1 from sys_user_role where role = ? fetch first 1 row only")) {
            query.setString(1, role);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Stores a new user; {@code beforeCommit} is done when all else has succeeded. */
    void add(User user, Runnable beforeCommit) throws SQLException {
        LocalTransaction.in(dataSource, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into sys_user values (?, ?, ?, ?)")) {
                insert.setObject(1, user.id());
                insert.setString(2, normal(user.name()));
                insert.setString(3, user.passwordHash());
                insert.setTimestamp(4, Timestamp.from(clock.instant()));
                insert.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement("insert into sys_user_role values (?, ?)")) {
                for (String role : user.roles()) {
                    insert.setObject(1, user.id());
                    insert.setString(2, role);
                    insert.executeUpdate();
                }
            }
            beforeCommit.run();
            return null;
        });
    }

    void changePassword(UUID id, String passwordHash) throws SQLException {
        LocalTransaction.in(dataSource, connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update sys_user set password_hash = ? where id = ?")) {
                update.setString(1, passwordHash);
                update.setObject(2, id);
                return update.executeUpdate();
            }
        });
    }

    static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
