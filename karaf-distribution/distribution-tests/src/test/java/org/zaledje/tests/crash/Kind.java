package org.zaledje.tests.crash;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.zaledje.tests.accounting.Invoices;
import org.zaledje.tests.harness.Rest;

/**
 * Something that a client can have made by a POST.
 *
 * @param operation its path in the description of the API
 * @param path      where to post now; empty when there is nothing yet to post to
 * @param body      what to post, with a mark that nothing else has
 * @param list      where all that was made is listed, with its marks
 */
record Kind(String operation, Supplier<Optional<Target>> path, String mediaType, Function<String, byte[]> body, String list) {

    static final String POST_INVOICE = "/api/v1/accounting/invoices/{id}/post";

    /** A path, and the mark that what is made there will have; an empty one for the mark of the attempt. */
    record Target(String path, String mark) {
    }

    /** Those that are known by heart; an invoice that was taken is given to {@code taken}, to be posted. */
    static List<Kind> known(Queue<Target> taken) {
        return List.of(
                json("/api/v1/notes", "{\"title\":\"%s\"}"),
                json("/api/v1/accounting/entries", """
                        {"date":"2026-01-31","journal":"GEN","description":"%s","lines":[
                         {"account":"120000","debit":"122.00"},{"account":"760000","credit":"100.00"},
                         {"account":"260000","credit":"22.00"}]}"""),
                new Kind("/api/v1/accounting/invoices", at("/api/v1/accounting/invoices"), Rest.XML, Invoices::numbered,
                        "/api/v1/accounting/invoices"),
                new Kind(POST_INVOICE, () -> Optional.ofNullable(taken.poll()), Rest.JSON,
                        mark -> new byte[0], "/api/v1/accounting/entries"),
                json("/api/v1/people/users", "{\"name\":\"%s\",\"kind\":\"SERVICE\",\"assignments\":[]}"),
                json("/api/v1/people/roles", "{\"name\":\"%s\",\"permissions\":[]}"),
                json("/api/v1/events/webhooks", "{\"url\":\"https://192.0.2.10/%s\",\"types\":[\"test.nothing.happens\"]}"));
    }

    static Queue<Target> queue() {
        return new ConcurrentLinkedQueue<>();
    }

    /** @param body with %s for the mark */
    static Kind json(String path, String body) {
        return new Kind(path, at(path), Rest.JSON,
                mark -> body.replace("%s", mark).getBytes(StandardCharsets.UTF_8), path);
    }

    private static Supplier<Optional<Target>> at(String path) {
        return () -> Optional.of(new Target(path, ""));
    }

    @Override
    public String toString() {
        return operation;
    }
}
