package org.zaledje.platform.service.internal.identity;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.people.Role;
import org.zaledje.platform.people.RoleAssignment;
import org.zaledje.platform.transaction.Transactions;

/** Makes the administrator, and gives them the password of {@value #PASSWORD_VARIABLE} when that is set. */
@Component(service = FirstAdministrator.class, immediate = true)
public final class FirstAdministrator {

    static final String PASSWORD_VARIABLE = "ZALEDJE_ADMIN_PASSWORD";
    static final String NAME = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    /** Without characters that people take for each other. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int PASSWORD_LENGTH = 20;

    private final UserStore users;
    private final RoleStore roles;
    private final Transactions transactions;

    @Activate
    public FirstAdministrator(@Reference UserStore users, @Reference RoleStore roles, @Reference Transactions transactions,
            @Reference IdSource ids, @Reference Clock clock) {
        this(users, roles, transactions, ids, clock, Optional.ofNullable(System.getenv(PASSWORD_VARIABLE)), System.out);
    }

    FirstAdministrator(UserStore users, RoleStore roles, Transactions transactions, IdSource ids, Clock clock,
            Optional<String> given, PrintStream console) {
        this.users = users;
        this.roles = roles;
        this.transactions = transactions;
        Optional<String> wanted = given.filter(value -> !value.isBlank());
        if (wanted.isPresent() && wanted.get().length() > PasswordHash.PASSWORD_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    PASSWORD_VARIABLE + " is longer than " + PasswordHash.PASSWORD_LENGTH_MAX + " characters");
        }
        transactions.required(() -> {
            users.onOneNode();
            users.find(NAME).ifPresentOrElse(administrator -> change(administrator, wanted),
                    () -> create(ids.next(), clock.instant(), wanted, console));
            return NAME;
        });
    }

    private void change(User administrator, Optional<String> wanted) {
        Optional<char[]> password = wanted.map(String::toCharArray);
        boolean same = password.isEmpty() || administrator.passwordHash().map(PasswordHash::parse)
                .filter(hash -> hash.matches(password.get())).isPresent();
        if (!same) {
            users.changePassword(administrator.id(), PasswordHash.of(password.get()).toString(), false);
            LOG.info("The password of {} is now that of {}", NAME, PASSWORD_VARIABLE);
        }
    }

    private void create(UUID id, Instant now, Optional<String> wanted, PrintStream console) {
        String password = wanted.orElseGet(FirstAdministrator::random);
        String hash = PasswordHash.of(password.toCharArray()).toString();
        transactions.required(() -> {
            users.add(User.person(id, NAME, hash, now));
            roles.assign(id, List.of(RoleAssignment.everywhere(Role.ADMINISTRATOR)));
            // Printed before it is stored: a password that is stored and then never seen would lock everybody out.
            if (wanted.isEmpty()) {
                console.println("Administrator: " + NAME + " / " + password);
                console.println("This password is shown only this once; " + PASSWORD_VARIABLE + " sets another one.");
                console.flush();
            }
            return id;
        });
        LOG.info("The administrator {} was made", NAME);
    }

    private static String random() {
        return new SecureRandom().ints(PASSWORD_LENGTH, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, i) -> text.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
    }
}
