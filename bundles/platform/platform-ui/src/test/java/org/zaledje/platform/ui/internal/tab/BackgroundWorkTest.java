package org.zaledje.platform.ui.internal.tab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundWorkTest {

    private final BackgroundWork work = new BackgroundWork();

    @AfterEach
    void stop() {
        work.stop();
    }

    @Test
    void newsIsToldInTheOrderInWhichItHappened() throws InterruptedException {
        List<Integer> told = new ArrayList<>();
        CountDownLatch all = new CountDownLatch(100);
        IntStream.range(0, 100).forEach(news -> work.inOrder(() -> {
            told.add(news);
            all.countDown();
        }));
        assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(told).isSorted().hasSize(100);
    }

    @Test
    void workThatFailsStopsNoOtherWork() throws InterruptedException {
        CountDownLatch repeated = new CountDownLatch(3);
        work.inOrder(() -> {
            throw new IllegalStateException("provoked by a test");
        });
        work.every(Duration.ofMillis(1), () -> {
            repeated.countDown();
            throw new IllegalStateException("provoked by a test");
        });
        assertThat(repeated.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void workThatTakesLongHoldsNoNewsBack() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        work.aside(() -> {
            try {
                told.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        work.inOrder(told::countDown);
        assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
