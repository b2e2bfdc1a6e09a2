package org.zaledje.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.Distribution;
import org.zaledje.tests.harness.Folders;
import org.zaledje.tests.harness.FunctionKar;
import org.zaledje.tests.harness.Zaledje;

/**
 * How many events the whole platform delivers, against the same transactions without events; and how soon after its commit
 * an event is with its consumer, against the time of that commit.
 */
final class EventsBenchmark {

    private static final int EVENTS = 4_000;
    private static final Duration RUN_MAX = Duration.ofMinutes(10);
    private static final double RATE_RATIO_LEAST = 0.3;
    private static final double LATENCY_MILLISECONDS_MOST = 50;

    private final PrintStream out;
    private final boolean json;

    EventsBenchmark(PrintStream out, boolean json) {
        this.out = out;
        this.json = json;
    }

    void run() {
        List<Figure> figures = new ArrayList<>();
        for (Engine engine : Engine.values()) {
            figures.addAll(figures(engine, measured(engine)));
        }
        if (json) {
            out.println(figures.stream().map(Figure::json).collect(Collectors.joining(",\n ", "[", "]")));
        } else {
            out.println(Figure.header());
            figures.forEach(out::println);
        }
    }

    private static List<Figure> figures(Engine engine, Map<String, Double> measured) {
        String on = ", " + engine.name().toLowerCase(Locale.ROOT);
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("events delivered" + on, measured.get("delivered-rate"), "/s", measured.get("plain-rate"),
                new Figure.Goal.RatioAtLeast(RATE_RATIO_LEAST)));
        for (String percent : List.of("p50", "p95", "p99")) {
            figures.add(new Figure("commit to consumer " + percent + on, measured.get("latency-" + percent), "ms",
                    measured.get("commit-" + percent), percent.equals("p99") ? new Figure.Goal.None()
                            : new Figure.Goal.Value(LATENCY_MILLISECONDS_MOST)));
        }
        return figures;
    }

    private Map<String, Double> measured(Engine engine) {
        Path folder = Folders.temporary("archives");
        try (TestDatabase database = engine.create(); Zaledje zaledje = Zaledje.prepared(Distribution.built())) {
            if (engine == Engine.POSTGRESQL) {
                zaledje.configure("org.zaledje.database",
                        "url = " + database.url() + "\nuser = " + database.user() + "\npassword =\n");
            }
            zaledje.start();
            zaledje.drop(new FunctionKar(zaledje.distribution(), folder).buildEventBench(), "eventbench.kar");
            zaledje.awaitDeployment("eventbench.kar", "INSTALLED");
            return measured(zaledje);
        } finally {
            Folders.delete(folder);
        }
    }

    private static Map<String, Double> measured(Zaledje zaledje) {
        Answer begun = Await.until("the job is known", Duration.ofSeconds(30), () -> zaledje.rest().post(
                "/api/v1/jobs/eventbench.run/runs", "{\"parameters\":{\"events\":\"" + EVENTS + "\"}}"), answer -> answer.status() == 201);
        String run = begun.json().path("id").asText();
        JsonNode ended = Await.until("it has run", RUN_MAX,
                () -> zaledje.rest().get("/api/v1/jobs/eventbench.run/runs").json().path("items").path(0),
                last -> last.hasNonNull("endedAt"));
        if (!ended.path("state").asText().equals("SUCCEEDED")) {
            throw new IllegalStateException(ended + "\n" + zaledje.log());
        }
        Map<String, Double> measured = new HashMap<>();
        for (JsonNode line : zaledje.rest().get("/api/v1/jobs/runs/" + run + "/log").json().path("lines")) {
            String[] words = line.asText().split(" ");
            measured.put(words[words.length - 2], Double.valueOf(words[words.length - 1]));
        }
        return measured;
    }
}
