package org.zaledje.tests.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.Distribution;
import org.zaledje.tests.harness.Zaledje;

/**
 * A function is stopped, started and used again and again. What the process holds after its garbage was collected is
 * looked at on the way, and must not grow.
 */
public final class LifecycleBenchmark {

    private static final String FUNCTION = "accounting";
    private static final List<String> USED = List.of("/api/v1/accounting/invoices", "/api/v1/accounting/trial-balance",
            "/soap/accounting?wsdl", "/api/openapi.json");
    private static final Duration SOON = Duration.ofSeconds(60);

    /**
     * Softly held classes would look like leaks until the memory is full. And the compiler for hot methods would add its
     * notes of each method to the metaspace, fewer and fewer, but still after hundreds of cycles: it is left out.
     */
    private static final String JAVA_OPTIONS = "-Xmx1g -XX:SoftRefLRUPolicyMSPerMB=0 -XX:TieredStopAtLevel=1";

    private static final int WARM_UP = 10;
    private static final int LOOKS_ALIKE = 4;
    private static final int LOOKS = 20;
    private static final long HEAP_KILOBYTES_MOST = 4 * 1024;
    private static final long METASPACE_KILOBYTES_MOST = 2 * 1024;
    private static final long CLASSES_MOST = 50;
    private static final long LOADERS_MOST = 3;

    private final PrintStream out;
    private final int cycles;

    /** @param cycles how often it is stopped and started while memory is looked at */
    public LifecycleBenchmark(PrintStream out, int cycles) {
        this.out = out;
        this.cycles = cycles;
    }

    /**
     * Prints the curve and what has grown.
     *
     * @return what has grown more than it may; empty when all is well
     */
    public List<String> run() {
        try (Zaledje zaledje = Zaledje.prepared(Distribution.built()).with("ZALEDJE_JAVA_OPTS", JAVA_OPTIONS)) {
            zaledje.start();
            zaledje.deploy(FUNCTION);
            awaitClasses(zaledje.run().process().pid());
            for (int i = 0; i < WARM_UP; i++) {
                cycle(zaledje);
            }
            return compare(curve(zaledje));
        }
    }

    /** Accounting compiles the rules for invoices in the background, which loads classes once. */
    private static void awaitClasses(long pid) {
        Deque<Long> seen = new ArrayDeque<>();
        Await.until("no more classes are loaded", SOON, () -> {
            seen.addLast(Memory.of(pid).classes());
            return seen.size() > LOOKS_ALIKE && seen.removeFirst().equals(seen.getLast());
        }, alike -> alike);
    }

    private List<Memory> curve(Zaledje zaledje) {
        List<Memory> curve = new ArrayList<>();
        int interval = Math.max(1, cycles / LOOKS);
        long taken = 0;
        out.printf("%8s %10s %14s %8s %8s %12s%n", "cycles", "heap KB", "metaspace KB", "classes", "loaders", "ms a cycle");
        for (int done = 0; done <= cycles; done++) {
            long begin = System.nanoTime();
            if (done > 0) {
                cycle(zaledje);
            }
            taken += System.nanoTime() - begin;
            if (done % interval == 0) {
                Memory memory = Memory.of(zaledje.run().process().pid());
                curve.add(memory);
                long each = Duration.ofNanos(taken).toMillis() / Math.max(1, done);
                out.printf(Locale.ROOT, "%8d %10d %14d %8d %8d %12d%n", done, memory.heapKilobytes(),
                        memory.metaspaceKilobytes(), memory.classes(), memory.loaders(), each);
            }
        }
        return curve;
    }

    private static void cycle(Zaledje zaledje) {
        require(zaledje.rest().post("/api/v1/functions/" + FUNCTION + "/stop", ""), 204);
        require(zaledje.rest().post("/api/v1/functions/" + FUNCTION + "/start", ""), 200);
        for (String path : USED) {
            Await.until(path + " answers", SOON, () -> zaledje.rest().get(path), answer -> answer.status() == 200);
        }
    }

    private static void require(Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException(answer.toString());
        }
    }

    /**
     * The least of the second quarter against the least of the last: single values have chance in them, and in the first
     * quarter comes up what is made once, at first use or after a minute.
     */
    private List<String> compare(List<Memory> curve) {
        List<String> grown = new ArrayList<>();
        compare(grown, "heap, KB", curve, Memory::heapKilobytes, HEAP_KILOBYTES_MOST);
        compare(grown, "metaspace, KB", curve, Memory::metaspaceKilobytes, METASPACE_KILOBYTES_MOST);
        compare(grown, "classes", curve, Memory::classes, CLASSES_MOST);
        compare(grown, "class loaders", curve, Memory::loaders, LOADERS_MOST);
        return grown;
    }

    private void compare(List<String> grown, String name, List<Memory> curve, ToLongFunction<Memory> value, long most) {
        int quarter = Math.max(1, curve.size() / 4);
        long first = least(curve.subList(quarter, 2 * quarter), value);
        long last = least(curve.subList(curve.size() - quarter, curve.size()), value);
        String told = String.format(Locale.ROOT, "%s: %d, after %d cycles %d, growth %d, at most %d: %s", name, first,
                cycles, last, last - first, most, last - first <= most ? "met" : "NOT MET");
        out.println(told);
        if (last - first > most) {
            grown.add(told);
        }
    }

    private static long least(List<Memory> curve, ToLongFunction<Memory> value) {
        return curve.stream().mapToLong(value).min().orElseThrow();
    }
}
