package org.zaledje.platform.web.internal.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * One token bucket for each who asks: it holds so many tokens, is filled up steadily, and each request takes one. Full
 * buckets are forgotten once there are many, so that the number of those who ask has no effect on memory. Thread-safe.
 */
final class TokenBuckets {

    private static final int REMEMBERED_MAX = 10_000;
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final int size;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    TokenBuckets(double perSecond, int size, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.size = size;
        this.nanos = nanos;
    }

    /** What a bucket held at some time. */
    private record Bucket(double tokens, long at) {
    }

    /**
     * What became of a wish for a token.
     *
     * @param given             whether there was one
     * @param left              how many whole ones are left
     * @param secondsToNext     until there is one again, rounded up; 0 while there is
     * @param secondsToAll      until the bucket is full, rounded up
     */
    record Verdict(boolean given, int left, long secondsToNext, long secondsToAll) {
    }

    int size() {
        return size;
    }

    /** Takes a token. */
    Verdict take(String who) {
        return take(who, 1);
    }

    /** Looks without taking one. */
    Verdict look(String who) {
        return take(who, 0);
    }

    private Verdict take(String who, int wanted) {
        long now = nanos.getAsLong();
        if (buckets.size() > REMEMBERED_MAX) {
            buckets.values().removeIf(bucket -> filled(bucket, now) >= size);
        }
        boolean[] given = new boolean[1];
        Bucket after = buckets.compute(who, (key, before) -> {
            double tokens = before == null ? size : filled(before, now);
            given[0] = tokens >= 1;
            return new Bucket(given[0] ? tokens - wanted : tokens, now);
        });
        return new Verdict(given[0], (int) after.tokens(), after.tokens() >= 1 ? 0 : seconds(1 - after.tokens()),
                seconds(size - after.tokens()));
    }

    private double filled(Bucket bucket, long now) {
        return Math.min(size, bucket.tokens() + (now - bucket.at()) / NANOS * perSecond);
    }

    private long seconds(double tokens) {
        return (long) Math.ceil(tokens / perSecond);
    }
}
