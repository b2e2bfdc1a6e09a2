package org.zaledje.platform.shell.internal.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.people.UserAccount;
import org.zaledje.platform.people.Users;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;

/** What the commands about people look up. */
final class People {

    private static final int PAGE_ROWS = 500;

    private People() {
    }

    /** All rows of a list that is read in pages. */
    static <T> List<T> all(Function<PageRequest, Page<T>> list) {
        List<T> rows = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<T> page = list.apply(new PageRequest(PAGE_ROWS, cursor));
            rows.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent());
        return rows;
    }

    /** The user with a login name, however it is written. */
    static Optional<UserAccount> find(Users users, String name) {
        return all(users::list).stream().filter(user -> user.name().equalsIgnoreCase(name.strip())).findFirst();
    }

    /** Words to complete; none while the database is away, for the command itself tells why. */
    static List<String> words(Callers callers, Callable<List<String>> words) {
        try {
            return callers.callAs(Caller.system(), words);
        } catch (Exception e) {
            return List.of();
        }
    }
}
