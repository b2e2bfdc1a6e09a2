package org.zaledje.platform.service.internal.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.service.internal.TestClock;

class TimeOrderedIdsTest {

    private static final int MANY = 20_000;

    private final TestClock clock = new TestClock();
    private final TimeOrderedIds ids = new TimeOrderedIds(clock);

    @Test
    void anIdIsOfVersion7AndTellsItsMillisecond() {
        UUID id = ids.next();
        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        assertEquals(clock.millis(), id.getMostSignificantBits() >>> 16);
    }

    @Test
    void idsGrowWithinOneMillisecond() {
        assertGrows(made(MANY));
    }

    @Test
    void idsGrowWhenTheClockStepsBack() {
        List<UUID> made = made(100);
        clock.advance(Duration.ofMinutes(-5));
        made.addAll(made(100));
        clock.advance(Duration.ofMinutes(10));
        made.addAll(made(100));
        assertGrows(made);
    }

    @Test
    void manyThreadsGetDifferentIdsEachInOrder() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<List<UUID>> work = () -> made(MANY);
            Set<UUID> all = new HashSet<>();
            for (var result : threads.invokeAll(List.of(work, work, work, work, work, work, work, work))) {
                assertGrows(result.get());
                all.addAll(result.get());
            }
            assertEquals(8 * MANY, all.size());
        } finally {
            threads.shutdownNow();
        }
    }

    private List<UUID> made(int count) {
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(ids.next());
        }
        return made;
    }

    private static void assertGrows(List<UUID> made) {
        for (int i = 1; i < made.size(); i++) {
            UUID before = made.get(i - 1);
            UUID after = made.get(i);
            assertTrue(before.toString().compareTo(after.toString()) < 0, before + " then " + after);
        }
    }
}
