package org.zaledje.platform.service.internal.id;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.id.IdSource;

/**
 * UUID version 7 with the 12 bits after the milliseconds as a counter, which starts at random in its lower half each
 * millisecond and runs over into the next one: so ids grow even when many are made at once or the clock steps back.
 */
@Component
public final class TimeOrderedIds implements IdSource {

    private static final int COUNTER_BITS = 12;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_MASK = 0x3FFF_FFFF_FFFF_FFFFL;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong last = new AtomicLong();

    @Activate
    public TimeOrderedIds(@Reference Clock clock) {
        this.clock = clock;
    }

    @Override
    public UUID next() {
        long now = clock.millis() << COUNTER_BITS | random.nextInt(1 << COUNTER_BITS - 1);
        long tick = last.accumulateAndGet(now, (previous, fresh) -> Math.max(previous + 1, fresh));
        long counter = tick & (1 << COUNTER_BITS) - 1;
        return new UUID(tick >>> COUNTER_BITS << 16 | VERSION | counter, VARIANT | random.nextLong() & RANDOM_MASK);
    }
}
