package org.zaledje.platform.service.internal.identity;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.security.Caller;

/** Makes the administrator, and gives them the password of {@value #PASSWORD_VARIABLE} when that is set. */
@Component(service = FirstAdministrator.class, immediate = true)
public final class FirstAdministrator {

    static final String PASSWORD_VARIABLE = "ZALEDJE_ADMIN_PASSWORD";
    static final String NAME = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    /** Without characters that people take for each other. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int PASSWORD_LENGTH = 20;

    @Activate
    public FirstAdministrator(@Reference Users users, @Reference IdSource ids) throws SQLException {
        this(users, ids, Optional.ofNullable(System.getenv(PASSWORD_VARIABLE)), System.out);
    }

    FirstAdministrator(Users users, IdSource ids, Optional<String> given, PrintStream console) throws SQLException {
        Optional<String> wanted = given.filter(value -> !value.isBlank());
        if (wanted.isPresent() && wanted.get().length() > PasswordHash.PASSWORD_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    PASSWORD_VARIABLE + " is longer than " + PasswordHash.PASSWORD_LENGTH_MAX + " characters");
        }
        Optional<User> administrator = users.find(NAME);
        if (administrator.isPresent()) {
            change(users, administrator.get(), wanted);
        } else {
            create(users, ids, wanted, console);
        }
    }

    private static void change(Users users, User administrator, Optional<String> wanted) throws SQLException {
        Optional<char[]> password = wanted.map(String::toCharArray);
        if (password.isPresent() && !PasswordHash.parse(administrator.passwordHash()).matches(password.get())) {
            users.changePassword(administrator.id(), PasswordHash.of(password.get()).toString());
            LOG.info("The password of {} is now that of {}", NAME, PASSWORD_VARIABLE);
        }
    }

    private static void create(Users users, IdSource ids, Optional<String> wanted, PrintStream console)
            throws SQLException {
        String password = wanted.orElseGet(FirstAdministrator::random);
        String hash = PasswordHash.of(password.toCharArray()).toString();
        User user = new User(ids.next(), NAME, hash, Set.of(Caller.ADMINISTRATOR));
        // Printed before it is stored: a password that is stored and then never seen would lock everybody out.
        users.add(user, () -> {
            if (wanted.isEmpty()) {
                console.println("Administrator: " + NAME + " / " + password);
                console.println("This password is shown only this once; " + PASSWORD_VARIABLE + " sets another one.");
                console.flush();
            }
        });
        LOG.info("The administrator {} was made", NAME);
    }

    private static String random() {
        return new SecureRandom().ints(PASSWORD_LENGTH, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, i) -> text.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
    }
}
