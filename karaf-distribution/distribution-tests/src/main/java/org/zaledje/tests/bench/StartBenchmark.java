package org.zaledje.tests.bench;

import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.Browser;
import org.zaledje.tests.harness.Distribution;
import org.zaledje.tests.harness.Folders;
import org.zaledje.tests.harness.FunctionKar;
import org.zaledje.tests.harness.Person;
import org.zaledje.tests.harness.Zaledje;

/** Starting, and putting a function in, against a bare Karaf and an empty archive. */
final class StartBenchmark {

    private static final int ROUNDS = 3;
    private static final String FUNCTION = "accounting";
    private static final String ENDPOINT = "/api/v1/accounting/trial-balance";
    private static final Duration DEPLOY_MAX = Duration.ofSeconds(60);
    private static final double MEGA = 1024.0 * 1024.0;
    private static final double START_RATIO_MOST = 3;
    private static final double ENDPOINT_MILLISECONDS_MOST = 2000;
    private static final double DRAWER_MILLISECONDS_MOST = 500;

    private final PrintStream out;

    StartBenchmark(PrintStream out) {
        this.out = out;
    }

    void run() {
        out.println(Figure.header());
        try (BareKaraf karaf = new BareKaraf()) {
            karaf.start();
        }
        List<Long> bareStarts = new ArrayList<>();
        List<Long> starts = new ArrayList<>();
        double bareMemory = 0;
        for (int round = 0; round < ROUNDS; round++) {
            try (BareKaraf karaf = new BareKaraf()) {
                bareStarts.add(karaf.start());
                bareMemory = karaf.residentKilobytes() / 1024.0;
            }
            try (Zaledje zaledje = Zaledje.prepared(Distribution.built())) {
                starts.add(timedStart(zaledje));
            }
        }
        long bareStart = median(bareStarts);
        print("start to ready", median(starts), "ms", bareStart, new Figure.Goal.Ratio(START_RATIO_MOST));
        try (Zaledje zaledje = Zaledje.prepared(Distribution.built())) {
            LocalDateTime begin = LocalDateTime.now();
            timedStart(zaledje);
            print("memory when ready", memory(zaledje), "MB", bareMemory, new Figure.Goal.None());
            out.println("  where the start goes: " + startPhases(zaledje, begin));
            deploying(zaledje);
            print("memory with the function", memory(zaledje), "MB", bareMemory, new Figure.Goal.None());
            zaledje.stop();
            print("restart with the function", timedStart(zaledje), "ms", bareStart, new Figure.Goal.None());
        }
        print("distribution, packed", size(Path.of(Distribution.setting("zaledje.archive"))) / MEGA, "MB",
                size(BareKaraf.archive()) / MEGA, new Figure.Goal.None());
    }

    private void print(String name, double value, String unit, double limit, Figure.Goal goal) {
        out.println(new Figure(name, value, unit, limit, goal));
    }

    private static long timedStart(Zaledje zaledje) {
        long begin = System.nanoTime();
        zaledje.start();
        return millisecondsSince(begin);
    }

    private void deploying(Zaledje zaledje) {
        Path folder = Folders.temporary("archives");
        try (Browser browser = Browser.start(); Person person = browser.person(zaledje.url())) {
            out.printf("  first page: %.0f KB%n", firstPageKilobytes(person));
            person.logIn("/");
            long empty = 0;
            for (int round = 0; round < ROUNDS; round++) {
                empty = dropEmpty(zaledje, new FunctionKar(zaledje.distribution(), folder).buildEmpty());
            }
            for (String when : List.of("first", "again", "third time")) {
                LocalDateTime begin = LocalDateTime.now();
                AtomicLong endpoint = new AtomicLong();
                long drawer = dropFunction(zaledje, person, endpoint);
                print("drop to endpoint, " + when, endpoint.get(), "ms", empty, new Figure.Goal.Value(ENDPOINT_MILLISECONDS_MOST));
                print("  then to drawer entry, " + when, Math.max(0, drawer - endpoint.get()), "ms", empty,
                        new Figure.Goal.Value(DRAWER_MILLISECONDS_MOST));
                out.println("  where it goes: " + deployPhases(zaledje, begin));
                zaledje.remove(FUNCTION);
            }
            zaledje.deploy(FUNCTION);
        } finally {
            Folders.delete(folder);
        }
    }

    private static long dropEmpty(Zaledje zaledje, Path archive) {
        String name = archive.getFileName().toString();
        long begin = System.nanoTime();
        zaledje.drop(archive, name);
        zaledje.awaitDeployment(name, "INSTALLED");
        long taken = millisecondsSince(begin);
        zaledje.takeAway(name);
        Await.until("no " + name, DEPLOY_MAX, () -> zaledje.rest().get("/api/v1/functions").text(), text -> !text.contains(name));
        return taken;
    }

    /** Milliseconds until the open browser shows the entry. */
    private static long dropFunction(Zaledje zaledje, Person person, AtomicLong endpoint) {
        Path archive = zaledje.distribution().archive(FUNCTION);
        long begin = System.nanoTime();
        zaledje.drop(archive, archive.getFileName().toString());
        CompletableFuture<Void> answering = CompletableFuture.runAsync(() -> {
            Await.until(ENDPOINT, DEPLOY_MAX, () -> zaledje.rest().get(ENDPOINT).status(), status -> status == 200);
            endpoint.set(millisecondsSince(begin));
        });
        person.drawerEntry(FUNCTION).first().waitFor();
        long drawer = millisecondsSince(begin);
        answering.join();
        return drawer;
    }

    private static double firstPageKilobytes(Person person) {
        List<Response> responses = new ArrayList<>();
        person.page().onResponse(responses::add);
        person.page().navigate("/login");
        person.page().locator("input[name=username]").waitFor();
        return responses.stream().mapToDouble(response -> response.request().sizes().responseBodySize).sum() / 1024;
    }

    private static Phases startPhases(Zaledje zaledje, LocalDateTime begin) {
        List<String> log = Folders.tail(zaledje.data().resolve("log/zaledje.log"), Integer.MAX_VALUE);
        return new Phases(begin)
                .to("JVM and framework", log, "Adding features")
                .to("resolving", log, "Changes to perform")
                .to("installing bundles", log, "Starting bundles")
                .to("starting bundles", log, "Done.");
    }

    private static Phases deployPhases(Zaledje zaledje, LocalDateTime begin) {
        List<String> log = Folders.tail(zaledje.data().resolve("log/zaledje.log"), Integer.MAX_VALUE);
        return new Phases(begin)
                .to("seeing and unpacking", log, "Adding features")
                .to("resolving", log, "Changes to perform")
                .to("installing bundles", log, "Starting bundles")
                .to("starting bundles", log, "Done.")
                .to("making tables", log, "are up to date")
                .to("persistence unit and services", log, "is installed");
    }

    private static double memory(Zaledje zaledje) {
        return Memory.residentKilobytes(zaledje.run().process().pid()) / 1024.0;
    }

    private static long millisecondsSince(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    private static long median(List<Long> values) {
        return LongStream.of(values.stream().mapToLong(Long::longValue).sorted().toArray()).skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static double size(Path file) {
        try (Stream<Path> files = Files.walk(file)) {
            return files.filter(Files::isRegularFile).mapToLong(path -> path.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
