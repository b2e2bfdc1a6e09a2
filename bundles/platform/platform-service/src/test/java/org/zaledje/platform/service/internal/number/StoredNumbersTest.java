package org.zaledje.platform.service.internal.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.number.NumberPattern;
import org.zaledje.platform.number.SeriesKey;
import org.zaledje.platform.service.internal.database.JtaDatabase;
import org.zaledje.testkit.Engine;

class StoredNumbersTest {

    private static final int THREADS = 16;
    private static final UUID COMPANY = new UUID(1, 1);
    private static final SeriesKey KEY = new SeriesKey(COMPANY, "accounting.entry", "GEN", 2026);
    private static final NumberPattern PATTERN = new NumberPattern("{series}-{year}-{number:5}");

    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @ParameterizedTest
    @EnumSource
    void aNumberIsTakenIfAndOnlyIfItsTransactionCommits(Engine engine) throws Exception {
        try (JtaDatabase database = new JtaDatabase(engine)) {
            StoredNumbers numbers = numbers(database);
            assertEquals("GEN-2026-00001", database.transactions().required(() -> numbers.next(KEY, PATTERN)).text());
            assertThrows(RolledBack.class, () -> database.transactions().required(() -> {
                assertEquals(2, numbers.next(KEY, PATTERN).number());
                throw new RolledBack();
            }));
            assertEquals(2, database.transactions().required(() -> numbers.next(KEY, PATTERN)).number());
            assertThrows(IllegalStateException.class, () -> numbers.next(KEY, PATTERN));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSeriesGoesOnFromWhatWasGivenBeforeAndANewYearBeginsAnewInTheSamePattern(Engine engine) throws Exception {
        try (JtaDatabase database = new JtaDatabase(engine)) {
            StoredNumbers numbers = numbers(database);
            NumberPattern old = new NumberPattern("{series}-{year}-{number}");
            assertEquals("GEN-2026-42",
                    database.transactions().required(() -> numbers.next(KEY, old, () -> 41)).text());
            SeriesKey nextYear = new SeriesKey(COMPANY, "accounting.entry", "GEN", 2027);
            assertEquals("GEN-2027-1", database.transactions().required(() -> numbers.next(nextYear, PATTERN)).text());
        }
    }

    @ParameterizedTest
    @EnumSource
    void sixteenThreadsThatOftenRollBackLeaveNoGapAndGiveNoNumberTwice(Engine engine) throws Exception {
        try (JtaDatabase database = new JtaDatabase(engine)) {
            StoredNumbers numbers = numbers(database);
            Set<Long> given = new ConcurrentSkipListSet<>();
            long nanos = inThreads(100, i -> {
                boolean fails = new Random(i).nextInt(4) == 0;
                try {
                    given.add(database.transactions().required(() -> {
                        long number = numbers.next(KEY, PATTERN).number();
                        if (fails) {
                            throw new RolledBack();
                        }
                        return number;
                    }));
                } catch (RolledBack e) {
                    // Its number must be given to another.
                }
            });
            assertTrue(given.size() > THREADS * 50);
            assertEquals(LongStream.rangeClosed(1, given.size()).boxed().collect(Collectors.toList()), List.copyOf(given));
            print(engine, "without gaps", given.size(), nanos);
        }
    }

    @ParameterizedTest
    @EnumSource
    void fastNumbersAreNeverGivenTwiceByTwoNodes(Engine engine) throws Exception {
        try (JtaDatabase database = new JtaDatabase(engine)) {
            List<StoredNumbers> nodes = List.of(numbers(database), numbers(database));
            Set<Long> given = new ConcurrentSkipListSet<>();
            int each = 1_000;
            long nanos = inThreads(each, i -> given.add(nodes.get(i % 2).fast(KEY)));
            assertEquals(THREADS * each, given.size());
            print(engine, "fast", given.size(), nanos);
        }
    }

    private static StoredNumbers numbers(JtaDatabase database) {
        return StoredNumbers.over(database.transactions(), database.pooled(), database.plain());
    }

    private static long inThreads(int each, IntConsumer work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        long start = System.nanoTime();
        List<java.util.concurrent.Future<?>> futures = new java.util.ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int first = thread * each;
            futures.add(pool.submit(() -> LongStream.range(first, first + each).forEach(i -> work.accept((int) i))));
        }
        for (var future : futures) {
            future.get(60, TimeUnit.SECONDS);
        }
        pool.shutdown();
        return System.nanoTime() - start;
    }

    private static void print(Engine engine, String kind, int numbers, long nanos) {
        System.out.printf("%s, %s, %d threads: %,d numbers/s%n", engine, kind, THREADS,
                numbers * Duration.ofSeconds(1).toNanos() / nanos);
    }
}
