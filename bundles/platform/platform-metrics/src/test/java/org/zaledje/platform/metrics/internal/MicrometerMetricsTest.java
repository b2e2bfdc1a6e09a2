package org.zaledje.platform.metrics.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.metrics.Measurement;
import org.zaledje.platform.metrics.MetricSource;

class MicrometerMetricsTest {

    private final MicrometerMetrics metrics = new MicrometerMetrics();

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void whatIsCountedAndTimedIsShownWithItsLabels() throws IOException {
        metrics.count("parcels_sent", Map.of("kind", "small"));
        metrics.count("parcels_sent", Map.of("kind", "small"));
        metrics.time("parcel_packing_seconds", Map.of("kind", "small"), Duration.ofMillis(30));
        String shown = shown();
        assertLine(shown, "parcels_sent_total{kind=\"small\"} 2.0");
        assertLine(shown, "parcel_packing_seconds_bucket{kind=\"small\",le=\"0.025\"} 0");
        assertLine(shown, "parcel_packing_seconds_bucket{kind=\"small\",le=\"0.05\"} 1");
        assertLine(shown, "parcel_packing_seconds_count{kind=\"small\"} 1");
        for (String name : List.of("jvm_memory_used_bytes{", "jvm_gc_pause_seconds", "jvm_threads_live_threads ",
                "jvm_classes_loaded_classes ", "process_cpu_usage ", "process_uptime_seconds ")) {
            if (!name.equals("jvm_gc_pause_seconds")) {
                assertTrue(shown.contains("\n" + name), name + " in " + shown);
            }
        }
    }

    @Test
    void aSourceIsAskedAtEachReadingAndForgottenWhenItGoes() throws IOException {
        int[] waiting = {3};
        MetricSource queue = () -> List.of(
                Measurement.gauge("queue_waiting", "How many wait", Map.of("queue", "a"), waiting[0]++),
                Measurement.counter("queue_passed", "How many have passed", Map.of(), 7));
        metrics.addSource(queue);
        assertLine(shown(), "queue_waiting{queue=\"a\"} 3.0");
        String again = shown();
        assertLine(again, "queue_waiting{queue=\"a\"} 4.0");
        assertLine(again, "queue_passed_total 7.0");
        metrics.removeSource(queue);
        assertFalse(shown().contains("queue_"));
    }

    @Test
    void sourcesThatFailHangOrContradictOthersHarmNobody() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        metrics.addSource(() -> {
            throw new IllegalStateException("away");
        });
        metrics.addSource(() -> {
            await(end);
            return List.of(Measurement.gauge("late", "Late", Map.of(), 1));
        });
        metrics.addSource(() -> List.of(Measurement.gauge("fine", "Fine", Map.of(), 1)));
        metrics.addSource(() -> List.of(Measurement.gauge("fine", "Fine", Map.of(), 2)));
        String shown = shown();
        assertLine(shown, "fine 1.0");
        assertFalse(shown.contains("late"));
        end.countDown();
        assertLine(shown(), "late 1.0");
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String shown() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        metrics.write(out);
        return "\n" + out.toString(StandardCharsets.UTF_8);
    }

    private static void assertLine(String shown, String line) {
        assertTrue(shown.contains("\n" + line + "\n"), line + " in " + shown);
    }
}
