package org.zaledje.tests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.Distribution;
import org.zaledje.tests.harness.Rest;
import org.zaledje.tests.harness.Zaledje;

/**
 * The whole platform is killed again and again while partners post to all that can be posted to. What was answered is
 * there, once; sent again with its key it has no second effect; what events lead to has happened once. Longer with
 * {@code -Dzaledje.kills=20}, the same again with {@code -Dzaledje.seed=1}.
 */
@Timeout(7_200)
class KillNineIT {

    private static final int KILLS = Integer.getInteger("zaledje.kills", 2);
    private static final long SEED = Long.getLong("zaledje.seed", System.nanoTime());
    private static final int ANSWERS_MAX = 150;
    private static final Pattern MARK = Pattern.compile("k[0-9]+k");
    private static final String NOTED = "An invoice is in the ledger";

    private final Queue<Kind.Target> taken = Kind.queue();

    @ParameterizedTest
    @EnumSource
    void whatIsAnsweredIsThereOnceWheneverThePlatformIsKilled(Engine engine) throws Exception {
        Random random = new Random(SEED);
        try (TestDatabase database = engine.create(); Zaledje zaledje = Zaledje.prepared(Distribution.built())) {
            configure(zaledje, engine, database);
            zaledje.start();
            zaledje.deploy("accounting");
            zaledje.deploy("notes");
            Clients clients = new Clients(kinds(zaledje.rest()), taken);
            List<Clients.Attempt> all = new ArrayList<>();
            for (int kill = 0; kill < KILLS; kill++) {
                clients.start(zaledje.rest(), random);
                clients.awaitAnswers(1 + random.nextInt(ANSWERS_MAX));
                zaledje.killNine();
                clients.awaitEnd();
                zaledje.start();
                zaledje.awaitServed("accounting");
                zaledje.awaitServed("notes");
                all.addAll(sentAgain(zaledje.rest(), clients));
                assertThat(clients.faults()).as("seed " + SEED + ", kill " + kill + "\n" + zaledje.log()).isEmpty();
            }
            assertEachIsThereOnce(zaledje.rest(), all);
            assertNotedOnce(zaledje.rest(), all);
            System.out.println(engine + ": seed " + SEED + ", " + KILLS + " kills, " + all.size() + " posts of "
                    + counts(all) + ", each there once, each invoice in the ledger noted once");
        }
    }

    private static void configure(Zaledje zaledje, Engine engine, TestDatabase database) throws Exception {
        Path etc = Files.createDirectories(zaledje.data().resolve("etc"));
        Files.writeString(etc.resolve("org.zaledje.web.cfg"), "rate.per.second = 100000\nrate.burst = 100000\n");
        if (engine == Engine.POSTGRESQL) {
            Files.writeString(etc.resolve("org.zaledje.database.cfg"),
                    "url = " + database.url() + "\nuser = " + database.user() + "\npassword =\n");
        }
    }

    private List<Kind> kinds(Rest rest) {
        List<Kind> kinds = new ArrayList<>(Kind.known(taken));
        Set<String> known = kinds.stream().map(Kind::operation).collect(Collectors.toSet());
        Discovered discovered = new Discovered(rest);
        assertThat(discovered.posts()).as("operations that this test knows by heart").containsAll(known);
        kinds.addAll(discovered.kinds(known).values());
        System.out.println("posting to " + kinds + "; not to " + discovered.posts().stream()
                .filter(path -> kinds.stream().noneMatch(kind -> kind.operation().equals(path))).toList());
        return kinds;
    }

    /** What was answered is answered alike; what was not is taken now. */
    private static List<Clients.Attempt> sentAgain(Rest rest, Clients clients) {
        List<Clients.Attempt> done = new ArrayList<>();
        for (Clients.Attempt attempt : clients.takeAttempts()) {
            String location = clients.send(rest, attempt);
            if (attempt.isAcknowledged()) {
                assertThat(location).as("seed " + SEED + ": " + attempt.kind() + " " + attempt.mark() + " was acknowledged")
                        .isEqualTo(attempt.location());
            }
            done.add(attempt.answered(location));
        }
        return done;
    }

    private static void assertEachIsThereOnce(Rest rest, List<Clients.Attempt> all) {
        Map<String, Map<String, Integer>> byList = new HashMap<>();
        for (Clients.Attempt attempt : all) {
            Map<String, Integer> there = byList.computeIfAbsent(attempt.kind().list(), list -> marks(rest, list));
            assertThat(there.get(attempt.mark())).as("seed " + SEED + ": " + attempt.kind() + " " + attempt.mark()).isEqualTo(1);
        }
    }

    /** How often each mark is in a list. */
    private static Map<String, Integer> marks(Rest rest, String list) {
        Map<String, Integer> found = new HashMap<>();
        for (JsonNode item : items(rest, list)) {
            Matcher marks = MARK.matcher(item.toString());
            if (marks.find()) {
                found.merge(marks.group(), 1, Integer::sum);
            }
        }
        return found;
    }

    private static List<JsonNode> items(Rest rest, String list) {
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = rest.get(list + "?limit=500" + next).json();
            page.path("items").forEach(items::add);
            String cursor = page.path("next").asText("");
            next = cursor.isEmpty() || cursor.equals("null") ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        } while (!next.isEmpty());
        return items;
    }

    /** The notes function hears of each invoice in the ledger, and writes one note about it. */
    private static void assertNotedOnce(Rest rest, List<Clients.Attempt> all) {
        long posted = all.stream().filter(attempt -> attempt.kind().operation().equals(Kind.POST_INVOICE)).count();
        Await.until("no event is on its way", Duration.ofSeconds(30), () ->
                assertThat(rest.get("/api/v1/events/consumers").json().path("items")).isNotEmpty().allMatch(consumer ->
                        consumer.path("backlog").asLong() + consumer.path("failing").asLong() == 0));
        assertThat(items(rest, "/api/v1/notes")).filteredOn(note -> note.path("title").asText().equals(NOTED))
                .extracting(note -> note.path("text").asText()).as("seed " + SEED).doesNotHaveDuplicates().hasSize((int) posted);
    }

    private static Map<String, Long> counts(List<Clients.Attempt> all) {
        return all.stream().collect(Collectors.groupingBy(attempt -> attempt.kind().operation(), TreeMap::new, Collectors.counting()));
    }
}
