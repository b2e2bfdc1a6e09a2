package org.zaledje.tests.bench;

import java.util.List;
import java.util.regex.Pattern;
import org.zaledje.testkit.Engine;

/** The command {@code ./zaledje bench}. */
public final class Bench {

    private static final int CYCLES = 1_000;
    private static final int IMPORTED_ROWS = 1_000_000;
    private static final Pattern IMPORT = Pattern.compile("import( --rows [1-9]\\d{0,6})?( --postgres)?");

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
        } else if (IMPORT.matcher(String.join(" ", wanted)).matches()) {
            Engine engine = wanted.contains("--postgres") ? Engine.POSTGRESQL : Engine.H2;
            int rows = wanted.indexOf("--rows");
            new ImportBenchmark(System.out, engine, rows < 0 ? IMPORTED_ROWS : Integer.parseInt(wanted.get(rows + 1))).run();
        } else {
            System.err.println("zaledje: bench measures start, events [--json], lifecycle [--cycles N], or import [--rows N] [--postgres]");
            System.exit(1);
        }
    }

    private static void lifecycle(int cycles) {
        if (!new LifecycleBenchmark(System.out, cycles).run().isEmpty()) {
            System.exit(1);
        }
    }
}
