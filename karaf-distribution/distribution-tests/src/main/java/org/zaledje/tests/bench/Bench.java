package org.zaledje.tests.bench;

import java.util.List;

/** The command {@code ./zaledje bench}. */
public final class Bench {

    private static final int CYCLES = 1_000;
    private static final int IMPORTED_ROWS = 1_000_000;

    private Bench() {
    }

    public static void main(String[] arguments) {
        List<String> wanted = List.of(arguments);
        if (wanted.equals(List.of("start"))) {
            new StartBenchmark(System.out).run();
        } else if (wanted.equals(List.of("events"))) {
            new EventsBenchmark(System.out, false).run();
        } else if (wanted.equals(List.of("events", "--json"))) {
            new EventsBenchmark(System.out, true).run();
        } else if (wanted.equals(List.of("lifecycle"))) {
            lifecycle(CYCLES);
        } else if (wanted.size() == 3 && wanted.subList(0, 2).equals(List.of("lifecycle", "--cycles"))
                && wanted.get(2).matches("[1-9]\\d{0,5}")) {
            lifecycle(Integer.parseInt(wanted.get(2)));
        } else if (wanted.equals(List.of("import"))) {
            new ImportBenchmark(System.out, IMPORTED_ROWS).run();
        } else if (wanted.size() == 3 && wanted.subList(0, 2).equals(List.of("import", "--rows")) && wanted.get(2).matches("\\d{1,7}")) {
            new ImportBenchmark(System.out, Integer.parseInt(wanted.get(2))).run();
        } else {
            System.err.println("zaledje: bench measures start, events [--json], lifecycle [--cycles N], or import [--rows N]");
            System.exit(1);
        }
    }

    private static void lifecycle(int cycles) {
        if (!new LifecycleBenchmark(System.out, cycles).run().isEmpty()) {
            System.exit(1);
        }
    }
}
