package org.zaledje.tests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zaledje.tests.bench.LifecycleBenchmark;

/** A function that is stopped and started again and again costs no memory. {@code ./zaledje bench lifecycle} is longer. */
class LifecycleIT {

    private static final int CYCLES = Integer.getInteger("zaledje.cycles", 20);

    @Test
    void stoppingAndStartingGrowsNeitherHeapNorMetaspaceNorClassLoaders() {
        assertThat(new LifecycleBenchmark(System.out, CYCLES).run()).isEmpty();
    }
}
