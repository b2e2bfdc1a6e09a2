package org.zaledje.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zaledje.tests.accounting.Accounting;
import org.zaledje.tests.accounting.Invoices;
import org.zaledje.tests.harness.Rest;

/**
 * Every operation of the description gets requests that are nearly right, in an order that a seed decides. Longer with
 * {@code -Dzaledje.fuzz.seconds}, the same again with {@code -Dzaledje.fuzz.seed}.
 */
@Tag("fuzz")
class RestFuzzIT {

    private static final int FAULTS_MAX = 12;

    @Test
    void whateverIsSentIsAnsweredAsThePartnersWereTold() throws Exception {
        Random random = new Random(Fuzzed.seed());
        try (Fuzzed platform = new Fuzzed()) {
            Rest rest = platform.zaledje().rest();
            List<Operation> operations = Operation.of(rest.get("/api/openapi.json").json());
            OddRequests requests = new OddRequests(random, known(rest));
            Map<String, String> faults = new TreeMap<>();
            Map<Integer, Integer> statuses = new TreeMap<>();
            long end = System.nanoTime() + Fuzzed.time().toNanos();
            for (int i = 0; System.nanoTime() < end && faults.size() < FAULTS_MAX; i++) {
                Operation operation = operations.get(i % operations.size());
                RawHttp.Request request = requests.of(operation, Fuzzed.login());
                Map<String, Long> before = platform.rows();
                RawHttp.Response response = platform.http().send(request);
                statuses.merge(response.status(), 1, Integer::sum);
                try {
                    check(platform, before, response);
                } catch (AssertionError e) {
                    faults.putIfAbsent(operation + " " + response.status() + " " + firstLine(e),
                            request + "\n-> " + response);
                }
            }
            System.out.println(operations.size() + " operations were answered " + statuses);
            assertThat(faults.entrySet()).as("%s\n%s", faults, platform.zaledje().log()).isEmpty();
            assertThat(statuses.keySet()).as("some of it was right").anyMatch(status -> status < 300);
        }
    }

    private static void check(Fuzzed platform, Map<String, Long> before, RawHttp.Response response) throws Exception {
        assertThat(response.status()).as("server error").isLessThan(500);
        Fuzzed.assertSaysNothingOfTheInside(response);
        if (response.status() < 400) {
            return;
        }
        assertThat(platform.changed(before)).as("a refusal stores nothing in " + platform.changed(before)).isEmpty();
        // What is no HTTP is refused by the server before the platform sees it; an answer to HEAD has no body.
        boolean byServer = response.body().startsWith("<h1>Bad Message") || response.body().isEmpty();
        if (!byServer) {
            assertThat(response.mediaType()).as("a problem").isEqualTo("application/problem+json");
            assertThat(problem(response).path("code").asText()).as("code").isNotEmpty();
            assertThat(problem(response).path("detail").asText()).as("detail").isNotBlank().doesNotContain("!", "{0}");
        }
    }

    private static JsonNode problem(RawHttp.Response response) throws IOException {
        return Fuzzed.JSON.readTree(response.body());
    }

    private static String firstLine(AssertionError e) {
        return e.getMessage().lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    /** Some that exist, so that what follows a good id is reached, too. */
    private static Map<String, List<String>> known(Rest rest) {
        Accounting accounting = new Accounting(rest);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(accounting.submitted(Invoices.fresh()));
            ids.add(accounting.posted(Accounting.sale()));
            ids.add(rest.post("/api/v1/notes", "{\"title\":\"a note\"}").json().path("id").asText());
        }
        Map<String, List<String>> known = new HashMap<>();
        known.put("id", ids);
        known.put("account", List.of("120000", "760000", "260000"));
        known.put("journal", List.of("GEN", "PUR"));
        known.put("debit", List.of("122.00", "1.00"));
        known.put("credit", List.of("100.00", "22.00", "1.00"));
        return known;
    }
}
