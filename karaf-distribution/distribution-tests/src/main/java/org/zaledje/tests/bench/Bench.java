package org.zaledje.tests.bench;

import java.util.List;

/** The command {@code ./zaledje bench}. */
public final class Bench {

    private Bench() {
    }

    public static void main(String[] arguments) {
        List<String> wanted = List.of(arguments);
        if (!wanted.equals(List.of("start"))) {
            System.err.println("zaledje: bench measures one thing: start");
            System.exit(1);
        }
        new StartBenchmark(System.out).run();
    }
}
