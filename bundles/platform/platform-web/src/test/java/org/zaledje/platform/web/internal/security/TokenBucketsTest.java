package org.zaledje.platform.web.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - SECOND);
    private final TokenBuckets buckets = new TokenBuckets(2, 4, nanos::get);

    @Test
    void aBurstIsTakenAndThenAsManyAsAreFilledUp() {
        for (int left = 3; left >= 0; left--) {
            assertThat(buckets.take("ana").left()).isEqualTo(left);
        }
        TokenBuckets.Verdict refused = buckets.take("ana");
        assertThat(refused.given()).isFalse();
        assertThat(refused.secondsToNext()).isEqualTo(1);
        assertThat(refused.secondsToAll()).isEqualTo(2);
        nanos.addAndGet(SECOND);
        assertThat(buckets.take("ana").given()).isTrue();
        assertThat(buckets.take("ana").given()).isTrue();
        assertThat(buckets.take("ana").given()).isFalse();
    }

    @Test
    void nobodyPaysForAnother() {
        for (int i = 0; i < 10; i++) {
            buckets.take("ana");
        }
        assertThat(buckets.take("bor").given()).isTrue();
    }

    @Test
    void lookingTakesNothing() {
        for (int i = 0; i < 10; i++) {
            assertThat(buckets.look("ana").left()).isEqualTo(4);
        }
    }
}
