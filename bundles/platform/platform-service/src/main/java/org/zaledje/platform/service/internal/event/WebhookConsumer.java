package org.zaledje.platform.service.internal.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zaledje.platform.event.Event;
import org.zaledje.platform.event.WebhookDelivery;

/** Sends a company's events to one address. What is not answered with 2xx within ten seconds has failed. */
final class WebhookConsumer implements OutsideConsumer {

    static final String NAME_PREFIX = "platform.webhook.";

    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
    private static final int SUCCESS_FIRST = 200;
    private static final int SUCCESS_LAST = 299;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StoredWebhook webhook;
    private final String secret;
    private final Targets targets;
    private final HttpClient client;
    private final DeliveryLog deliveries;
    private final Clock clock;

    WebhookConsumer(StoredWebhook webhook, String secret, Targets targets, HttpClient client, DeliveryLog deliveries,
            Clock clock) {
        this.webhook = webhook;
        this.secret = secret;
        this.targets = targets;
        this.client = client;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    static String name(UUID webhook) {
        return NAME_PREFIX + webhook;
    }

    StoredWebhook webhook() {
        return webhook;
    }

    @Override
    public String name() {
        return name(webhook.webhook().id());
    }

    @Override
    public Set<String> types() {
        return Set.copyOf(webhook.webhook().types());
    }

    @Override
    public boolean wants(Event event) {
        return event.company().equals(webhook.company());
    }

    @Override
    public void consume(Event event) throws Exception {
        WebhookDelivery delivery = attempt(event);
        if (!delivery.delivered()) {
            throw new IOException(delivery.error());
        }
    }

    /** Sends it once, and keeps what came of it. */
    WebhookDelivery attempt(Event event) throws InterruptedException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        long began = System.nanoTime();
        Optional<Integer> status = Optional.empty();
        String error = "";
        try {
            int answered = send(event);
            status = Optional.of(answered);
            if (answered < SUCCESS_FIRST || answered > SUCCESS_LAST) {
                error = webhook.webhook().url() + " answered " + answered;
            }
        } catch (IOException e) {
            String said = webhook.webhook().url() + " was not reached: " + LaneDelivery.error(e);
            error = said.substring(0, Math.min(said.length(), ParkedEvents.ERROR_LENGTH_MAX));
        }
        WebhookDelivery delivery = new WebhookDelivery(deliveries.nextId(), event.id(), event.type(), now, status, error,
                Duration.ofMillis(Duration.ofNanos(System.nanoTime() - began).toMillis()));
        deliveries.add(webhook, delivery);
        return delivery;
    }

    private int send(Event event) throws IOException, InterruptedException {
        String url = webhook.webhook().url();
        Optional<String> problem = targets.problem(url);
        if (problem.isPresent()) {
            throw new IOException("nothing is sent there, " + problem.get());
        }
        String body = body(event);
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(ANSWER_MAX)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Zaledje")
                .header("Zaledje-Event-Id", event.id().toString())
                .header("Zaledje-Event-Type", event.type())
                .header(Signature.HEADER, Signature.of(secret, clock.instant(), body))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
        // What it answers beside the status is of no use, however long it is.
        answer.body().close();
        return answer.statusCode();
    }

    static String body(Event event) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", event.id().toString());
        members.put("type", event.type());
        members.put("aggregate", event.aggregate().toString());
        members.put("company", event.company().toString());
        members.put("at", event.at().toString());
        members.put("by", event.by());
        members.put("payload", event.payload());
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }
}
