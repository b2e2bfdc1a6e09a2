package org.zaledje.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.zaledje.tests.accounting.Accounting;
import org.zaledje.tests.accounting.Invoices;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Rest;

/**
 * Every operation of the description gets requests that are nearly right, in an order that a seed decides; those that were
 * never carried out also get some that should be. Longer with
 * {@code -Dzaledje.fuzz.seconds}, the same again with {@code -Dzaledje.fuzz.seed}.
 */
class RestFuzzIT {

    private static final int FAULTS_MAX = 60;
    /** Wrong passwords: they are counted, or nobody could be locked out. */
    private static final Set<String> COUNTED = Set.of("auth.failed", "people.password.wrong");

    private final DescribedAnswers described = new DescribedAnswers();
    private final Map<String, String> faults = new TreeMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Set<String> carriedOut = new TreeSet<>();

    @Test
    void whateverIsSentIsAnsweredAsThePartnersWereTold() throws Exception {
        Random random = new Random(Fuzzed.seed());
        try (Fuzzed platform = new Fuzzed()) {
            Rest rest = platform.zaledje().rest();
            List<Operation> operations = Operation.of(rest.get("/api/openapi.json").json());
            Known known = known(rest, operations);
            OddRequests requests = new OddRequests(random, known, Invoices::fresh);
            long end = System.nanoTime() + Fuzzed.time().toNanos();
            for (int i = 0; System.nanoTime() < end && faults.size() < FAULTS_MAX; i++) {
                List<Operation> left = operations.stream().filter(each -> !carriedOut.contains(each.toString())).toList();
                boolean right = random.nextBoolean() && !left.isEmpty();
                Operation operation = right ? left.get(random.nextInt(left.size())) : operations.get(i % operations.size());
                Fuzzed.Exchange exchange = platform.send(right
                        ? requests.right(operation, Fuzzed.login()) : requests.of(operation, Fuzzed.login()));
                statuses.merge(exchange.response().status(), 1, Integer::sum);
                try {
                    check(operation, exchange);
                    assertLeadsThere(rest, exchange.response());
                    learn(operation, exchange.response(), known);
                } catch (AssertionError e) {
                    faults.putIfAbsent(operation + " " + exchange.response().status() + " " + Fuzzed.firstLine(e),
                            exchange.request() + "\n-> " + exchange.response());
                }
            }
            System.out.println(carriedOut.size() + " of " + operations.size() + " operations were carried out, answered " + statuses + "; never carried out: "
                    + operations.stream().map(Operation::toString).filter(each -> !carriedOut.contains(each)).toList());
            assertThat(faults.entrySet()).as("%s\n%s", faults.keySet(), platform.zaledje().log()).isEmpty();
            assertThat(statuses.keySet()).as("some of it was right").anyMatch(status -> status < 300);
            assertThat(rest.get("/api/v1/people/me").status()).as("the platform is still whole").isEqualTo(200);
        }
    }

    private void check(Operation operation, Fuzzed.Exchange exchange) throws IOException {
        RawHttp.Response response = exchange.response();
        assertThat(response.status()).as("server error").isLessThan(500);
        Fuzzed.assertSaysNothingOfTheInside(response);
        if (response.status() < 300) {
            exchange.assertAudited();
        }
        if (response.status() >= 400) {
            Set<String> stored = new TreeSet<>(exchange.changed());
            if (COUNTED.contains(code(response))) {
                stored.remove("sys_user");
            }
            assertThat(stored).as("a refusal stores nothing in " + stored).isEmpty();
            assertIsProblem(response);
        }
        if (operation.isAskedBy(exchange.request()) && response.status() != 304 && !isByServer(response)) {
            assertThat(described.deviation(operation, response)).as("as described").isEmpty();
        }
    }

    /** What is said to be where something new is must lead there. */
    private static void assertLeadsThere(Rest rest, RawHttp.Response response) {
        String location = response.headers().getOrDefault("Location", "").replaceFirst("^http://[^/]*", "");
        if (response.status() == 201 && !location.isEmpty()) {
            assertThat(rest.get(location).status()).as("Location " + location.replaceAll("/[0-9a-f-]{36}", "/{id}")).isEqualTo(200);
        }
    }

    /** What is no HTTP is refused by the server before the platform sees it; an answer to HEAD has no body. */
    private static boolean isByServer(RawHttp.Response response) {
        return response.status() >= 400 && (response.body().startsWith("<h1>Bad Message") || response.body().isEmpty());
    }

    private static String code(RawHttp.Response response) throws IOException {
        return isByServer(response) ? "" : Fuzzed.JSON.readTree(response.body()).path("code").asText();
    }

    private static void assertIsProblem(RawHttp.Response response) throws IOException {
        if (!isByServer(response)) {
            assertThat(response.mediaType()).as("a problem").isEqualTo("application/problem+json");
            JsonNode problem = Fuzzed.JSON.readTree(response.body());
            assertThat(problem.path("code").asText()).as("code").isNotEmpty();
            assertThat(problem.path("detail").asText()).as("detail").isNotBlank().doesNotContain("!", "{0}");
        }
    }

    private void learn(Operation operation, RawHttp.Response response, Known known) throws IOException {
        if (response.status() < 300) {
            carriedOut.add(operation.toString());
            if (response.mediaType().endsWith("json")) {
                known.learn(operation.path(), Fuzzed.JSON.readTree(response.body()));
            }
        }
    }

    /** Some that exist, so that what follows a good id is reached, too. Who removes a function ends its test. */
    private static Known known(Rest rest, List<Operation> operations) {
        Accounting accounting = new Accounting(rest);
        for (int i = 0; i < 3; i++) {
            accounting.submitted(Invoices.fresh());
            accounting.posted(Accounting.sale());
            rest.post("/api/v1/notes", "{\"title\":\"a note\"}");
        }
        Set<String> spared = new TreeSet<>(Set.of(rest.get("/api/v1/people/me").json().path("id").asText()));
        rest.get("/api/v1/functions").json().findValues("id").forEach(id -> spared.add(id.asText()));
        Known known = new Known(spared);
        known.add("workingTime", List.of("PT8H"));
        // Nobody listens there, and no name has to be looked up.
        known.add("url", List.of("http://127.0.0.1:1/partner"));
        known.add("account", List.of("120000", "760000", "260000"));
        known.add("journal", List.of("GEN", "PUR"));
        known.add("debit", List.of("122.00", "1.00"));
        known.add("credit", List.of("100.00", "22.00", "1.00"));
        operations.stream().filter(operation -> operation.method().equals("GET") && !operation.path().contains("{"))
                .filter(operation -> operation.answers().getOrDefault("200", Fuzzed.JSON.createObjectNode())
                        .path("content").has(Rest.JSON))
                .map(Operation::path).forEach(path -> {
                    Answer answer = rest.get(path);
                    if (answer.status() == 200) {
                        known.learn(path, answer.json());
                    }
                });
        return known;
    }
}
