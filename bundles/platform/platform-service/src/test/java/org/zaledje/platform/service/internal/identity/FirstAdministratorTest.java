package org.zaledje.platform.service.internal.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.service.internal.TestClock;
import org.zaledje.platform.service.internal.database.JtaDatabase;
import org.zaledje.platform.service.internal.id.TimeOrderedIds;
import org.zaledje.testkit.Engine;

class FirstAdministratorTest {

    private static final Pattern PRINTED = Pattern.compile("Administrator: admin / (\\S{16,})\\R.*only this once.*\\R");

    private final TestClock clock = new TestClock();
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @ParameterizedTest
    @EnumSource
    void aRandomPasswordIsPrintedOnceAndFits(Engine engine) throws Exception {
        try (JtaDatabase database = new JtaDatabase(engine)) {
            UserStore users = new UserStore(database.pooled());
            assertFalse(users.hasAdministrator());
            start(database, Optional.empty());
            Matcher printed = PRINTED.matcher(console.toString(StandardCharsets.UTF_8));
            assertTrue(printed.matches(), console.toString(StandardCharsets.UTF_8));
            assertTrue(fits(users, printed.group(1)));
            assertTrue(users.hasAdministrator());

            console.reset();
            start(database, Optional.empty());
            assertEquals(0, console.size());
            assertTrue(fits(users, printed.group(1)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGivenPasswordHoldsAndIsNotPrinted(Engine engine) throws Exception {
        try (JtaDatabase database = new JtaDatabase(engine)) {
            UserStore users = new UserStore(database.pooled());
            start(database, Optional.of("first"));
            assertTrue(fits(users, "first"));
            Optional<String> stored = users.find("admin").orElseThrow().passwordHash();
            start(database, Optional.of("first"));
            assertEquals(stored, users.find("admin").orElseThrow().passwordHash());
            start(database, Optional.of("second"));
            assertTrue(fits(users, "second"));
            assertFalse(fits(users, "first"));
            assertEquals(0, console.size());
        }
    }

    private void start(JtaDatabase database, Optional<String> wanted) {
        TimeOrderedIds ids = new TimeOrderedIds(clock);
        new FirstAdministrator(new UserStore(database.pooled()), new RoleStore(database.pooled(), ids),
                database.transactions(), ids, clock, wanted, new PrintStream(console, true, StandardCharsets.UTF_8));
    }

    private static boolean fits(UserStore users, String password) {
        return users.find("admin").flatMap(User::passwordHash).map(PasswordHash::parse).orElseThrow()
                .matches(password.toCharArray());
    }
}
