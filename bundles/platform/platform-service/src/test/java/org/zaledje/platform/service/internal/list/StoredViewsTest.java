package org.zaledje.platform.service.internal.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.list.SavedView;
import org.zaledje.platform.list.SavedViews;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.service.internal.database.JtaDatabase;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.service.internal.id.TimeOrderedIds;
import org.zaledje.platform.service.internal.identity.ThreadCallers;
import org.zaledje.testkit.Engine;

class StoredViewsTest {

    private static final String LIST = "notes.notes";

    private final ThreadCallers callers = new ThreadCallers();

    @ParameterizedTest
    @EnumSource
    void aViewIsItsOwnersUntilTheyShareIt(Engine engine) throws Exception {
        try (JtaDatabase database = new JtaDatabase(engine)) {
            SavedViews views = views(database);
            as("ana", () -> views.keep(LIST, " Mine ", "sort=-title", false));
            assertEquals(List.of(), names(as("bine", () -> views.of(LIST))));
            SavedView shared = as("ana", () -> views.keep(LIST, "Mine", "sort=title", true));
            assertEquals(List.of("Mine"), names(as("bine", () -> views.of(LIST))));
            assertFalse(as("bine", () -> views.of(LIST)).get(0).own());
            assertEquals("sort=title", shared.state());
            assertTrue(as("ana", () -> views.of(LIST)).get(0).own());
            assertEquals(List.of(), as("ana", () -> views.of("other.list")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAListBeginsWithIsEverybodysOwnChoice(Engine engine) throws Exception {
        try (JtaDatabase database = new JtaDatabase(engine)) {
            SavedViews views = views(database);
            UUID shared = as("ana", () -> views.keep(LIST, "Shared", "sort=title", true)).id();
            as("bine", () -> {
                views.begin(LIST, Optional.of(shared));
                views.begin(LIST, Optional.of(shared));
                return shared;
            });
            assertTrue(as("bine", () -> views.of(LIST)).get(0).standard());
            assertFalse(as("ana", () -> views.of(LIST)).get(0).standard());
            as("bine", () -> {
                views.begin(LIST, Optional.empty());
                return shared;
            });
            assertFalse(as("bine", () -> views.of(LIST)).get(0).standard());
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyItsOwnerRemovesAViewAndThenNoListBeginsWithIt(Engine engine) throws Exception {
        try (JtaDatabase database = new JtaDatabase(engine)) {
            SavedViews views = views(database);
            UUID shared = as("ana", () -> views.keep(LIST, "Shared", "", true)).id();
            as("bine", () -> {
                views.begin(LIST, Optional.of(shared));
                return assertThrows(ProblemException.class, () -> views.remove(shared));
            });
            assertTrue(as("bine", () -> views.of(LIST)).get(0).standard());
            as("ana", () -> {
                views.remove(shared);
                return shared;
            });
            assertEquals(List.of(), as("bine", () -> views.of(LIST)));
            assertEquals(0, new Sql(database.plain()).first("select count(*) from sys_list_beginning", row -> row.getInt(1)).orElseThrow());
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesAndNumbersAreBounded(Engine engine) throws Exception {
        try (JtaDatabase database = new JtaDatabase(engine)) {
            SavedViews views = views(database);
            assertEquals("list.view.invalid", as("ana", () -> assertThrows(ProblemException.class,
                    () -> views.keep(LIST, " ", "", false))).code());
            assertEquals("list.view.invalid", as("ana", () -> assertThrows(ProblemException.class,
                    () -> views.keep(LIST, "x", "s".repeat(SavedView.STATE_LENGTH_MAX + 1), false))).code());
            for (int i = 0; i < SavedViews.VIEWS_MAX; i++) {
                String name = "View " + i;
                as("ana", () -> views.keep(LIST, name, "", false));
            }
            assertEquals("list.view.too-many", as("ana", () -> assertThrows(ProblemException.class,
                    () -> views.keep(LIST, "One more", "", false))).code());
        }
    }

    private static List<String> names(List<SavedView> views) {
        return views.stream().map(SavedView::name).toList();
    }

    private SavedViews views(JtaDatabase database) {
        return new StoredViews(company(), callers, database.transactions(), new TimeOrderedIds(Clock.systemUTC()),
                database.pooled());
    }

    private static Companies company() {
        Company company = new Company(new UUID(1, 1), "Test", "SI", Currency.getInstance("EUR"));
        return new Companies() {
            @Override
            public List<Company> all() {
                return List.of(company);
            }

            @Override
            public Company current() {
                return company;
            }
        };
    }

    private <T> T as(String name, Supplier<T> work) throws Exception {
        return callers.callAs(new Caller(name, Set.of(), Locale.ENGLISH), work::get);
    }
}
