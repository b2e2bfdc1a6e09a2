package org.zaledje.tests.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.StreamSupport;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.FunctionKar;
import org.zaledje.tests.harness.Rest;
import org.zaledje.tests.harness.Zaledje;

/** Clients of the guest book of {@link FunctionKar}, who remember what was acknowledged to them. Thread-safe. */
final class Guests {

    static final String PATH = "/api/v1/guestbook";

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int ATTEMPTS_MAX = 10;

    private final Zaledje zaledje;
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    Guests(Zaledje zaledje) {
        this.zaledje = zaledje;
    }

    /** Writes one, again as long as the answer says so; the status in the end, or what was wrong with the answer. */
    String write() {
        String id = UUID.randomUUID().toString();
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            Answer answer = client(id).post(PATH, "{\"id\":\"" + id + "\",\"name\":\"Ana\"}");
            if (answer.status() == 201) {
                acknowledged.add(id);
                return "201";
            }
            if (answer.status() == 404 || answer.status() == 429) {
                return String.valueOf(answer.status());
            }
            if (answer.status() != 503 || answer.header("Retry-After").isEmpty()) {
                return answer.toString();
            }
        }
        return "503";
    }

    /** Every second one repeats a request under the same key, in a transaction of the platform. */
    private Rest client(String id) {
        return id.charAt(0) < '8' ? zaledje.rest().with("Idempotency-Key", id) : zaledje.rest();
    }

    /** How many were acknowledged. */
    int count() {
        return acknowledged.size();
    }

    /** Waits until some more are acknowledged. */
    void awaitMore(int more) {
        int before = count();
        Await.until("clients write", SOON, this::count, count -> count >= before + more);
    }

    /** Those that were acknowledged and can't be found, each by its place among all. */
    List<String> lost() {
        JsonNode list = Await.until("the list of guests", SOON, () -> zaledje.rest().get(PATH),
                answer -> answer.status() == 200).json();
        Set<String> found = new TreeSet<>();
        StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).forEach(found::add);
        List<String> lost = new ArrayList<>();
        int place = 0;
        for (String guest : acknowledged) {
            if (!found.contains(guest)) {
                lost.add(place + " of " + acknowledged.size());
            }
            place++;
        }
        return lost;
    }
}
