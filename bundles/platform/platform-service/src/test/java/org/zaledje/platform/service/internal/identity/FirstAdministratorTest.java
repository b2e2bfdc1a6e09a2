package org.zaledje.platform.service.internal.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.service.internal.TestClock;
import org.zaledje.platform.service.internal.id.TimeOrderedIds;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;

class FirstAdministratorTest {

    private static final Pattern PRINTED = Pattern.compile("Administrator: admin / (\\S{16,})\\R.*only this once.*\\R");

    private final TestClock clock = new TestClock();
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @ParameterizedTest
    @EnumSource
    void aRandomPasswordIsPrintedOnceAndFits(Engine engine) throws SQLException {
        try (TestDatabase database = engine.create().migrate("db/platform/changelog.xml")) {
            Users users = new Users(database.dataSource(), clock);
            assertFalse(users.someoneIs(Caller.ADMINISTRATOR));
            start(users, Optional.empty());
            Matcher printed = PRINTED.matcher(console.toString(StandardCharsets.UTF_8));
            assertTrue(printed.matches(), console.toString(StandardCharsets.UTF_8));
            assertTrue(fits(users, printed.group(1)));
            assertTrue(users.someoneIs(Caller.ADMINISTRATOR));

            console.reset();
            start(users, Optional.empty());
            assertEquals(0, console.size());
            assertTrue(fits(users, printed.group(1)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGivenPasswordHoldsAndIsNotPrinted(Engine engine) throws SQLException {
        try (TestDatabase database = engine.create().migrate("db/platform/changelog.xml")) {
            Users users = new Users(database.dataSource(), clock);
            start(users, Optional.of("first"));
            assertTrue(fits(users, "first"));
            String stored = users.find("admin").orElseThrow().passwordHash();
            start(users, Optional.of("first"));
            assertEquals(stored, users.find("admin").orElseThrow().passwordHash());
            start(users, Optional.of("second"));
            assertTrue(fits(users, "second"));
            assertFalse(fits(users, "first"));
            assertEquals(0, console.size());
        }
    }

    private void start(Users users, Optional<String> wanted) throws SQLException {
        new FirstAdministrator(users, new TimeOrderedIds(clock), wanted,
                new PrintStream(console, true, StandardCharsets.UTF_8));
    }

    private boolean fits(Users users, String password) {
        return new PasswordAuthentication(users, clock).authenticate("admin", password.toCharArray())
                .filter(caller -> caller.roles().contains(Caller.ADMINISTRATOR)).isPresent();
    }
}
