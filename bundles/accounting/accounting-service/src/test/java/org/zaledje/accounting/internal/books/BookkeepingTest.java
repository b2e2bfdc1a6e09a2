package org.zaledje.accounting.internal.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.accounting.internal.TestAccounting;
import org.zaledje.accounting.internal.TestCompanies;
import org.zaledje.testkit.Engine;

class BookkeepingTest {

    private static final int USERS = 6;

    @ParameterizedTest
    @EnumSource
    void manyFirstUsersAtOnceFindTheSameBooksAndOneOpeningIsTold(Engine engine) throws Exception {
        try (TestAccounting accounting = new TestAccounting(engine)) {
            long accounts = accounts(accounting);
            assertThat(accounting.openings).hasSize(1);
            accounting.companies.choose(TestCompanies.SECOND);
            ExecutorService threads = Executors.newFixedThreadPool(USERS);
            CyclicBarrier together = new CyclicBarrier(USERS);
            List<Callable<Long>> uses = new ArrayList<>();
            for (int i = 0; i < USERS; i++) {
                uses.add(() -> {
                    together.await();
                    return accounts(accounting);
                });
            }
            for (Future<Long> found : threads.invokeAll(uses)) {
                assertThat(found.get()).isEqualTo(accounts);
            }
            threads.shutdown();
            assertThat(accounting.openings).last().satisfies(change -> {
                assertThat(change.action()).isEqualTo("accounting.books.open");
                assertThat(change.record().id()).isEqualTo(accounting.companies.current().id().toString());
            });
        }
    }

    private static long accounts(TestAccounting accounting) {
        return accounting.bookkeeping.inBooks(books ->
                books.query("select count(a) from AccountRow a", Long.class).getSingleResult());
    }
}
