package org.zaledje.platform.web.internal.events;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.event.EventDeliveries;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.web.internal.problem.Problem;

/** Consumers of events and dead letters, for administrators' programs. */
@Component(service = RestResource.class, property = BackOfficeFunction.FUNCTION + "=events")
@Path("/")
@Tag(name = "Events")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class EventsResource implements RestResource {

    private final EventDeliveries deliveries;

    @Activate
    public EventsResource(@Reference EventDeliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public Map<String, ListSchema> lists() {
        return Map.of("listDeadLetters", EventDeliveries.DEAD_LETTERS);
    }

    /** All consumers. */
    public record ConsumerList(List<ConsumerResponse> items) {
    }

    /** A page of dead letters. */
    public record DeadLetterList(List<DeadLetterResponse> items, @Schema(type = "string") Optional<String> next) {
    }

    @GET
    @Path("consumers")
    @Operation(operationId = "listConsumers", summary = "Consumers with their backlog, by name")
    public ConsumerList consumers() {
        return new ConsumerList(deliveries.consumers().stream().map(ConsumerResponse::of).toList());
    }

    @DELETE
    @Path("consumers/{name}")
    @Operation(operationId = "forgetConsumer", summary = "Forget a consumer that will not come back, with all that waits for it")
    public void forget(@PathParam("name") String name) {
        deliveries.forget(name);
    }

    @GET
    @Path("dead-letters")
    @Operation(operationId = "listDeadLetters", summary = "Events that a consumer has failed to act on too often, latest first")
    public DeadLetterList deadLetters(@Context UriInfo request) {
        Page<DeadLetterResponse> page = deliveries.deadLetters(EventDeliveries.DEAD_LETTERS.read(request.getQueryParameters()))
                .map(DeadLetterResponse::of);
        return new DeadLetterList(page.items(), page.next());
    }

    @GET
    @Path("dead-letters/{id}")
    @Operation(operationId = "getDeadLetter", summary = "One dead letter")
    public DeadLetterResponse deadLetter(@PathParam("id") UUID id) {
        return deliveries.deadLetter(id).map(DeadLetterResponse::of)
                .orElseThrow(() -> Problem.exception(Kind.NOT_FOUND, "events.dead-letter.not-found", id.toString()));
    }

    @PUT
    @Path("dead-letters/{id}/payload")
    @Operation(operationId = "repairDeadLetter", summary = "Change the payload that this consumer gets when it is resent")
    public DeadLetterResponse repair(@PathParam("id") UUID id, Map<String, Object> payload) {
        if (payload == null) {
            throw Problem.exception(Kind.UNREADABLE, "body.missing");
        }
        return DeadLetterResponse.of(deliveries.repair(id, payload));
    }

    @POST
    @Path("dead-letters/{id}/resend")
    @Operation(operationId = "resendDeadLetter", summary = "Give it to its consumer once more")
    public void resend(@PathParam("id") UUID id) {
        deliveries.resend(id);
    }

    @DELETE
    @Path("dead-letters/{id}")
    @Operation(operationId = "discardDeadLetter", summary = "Give it up; the next event of its aggregate goes on")
    public void discard(@PathParam("id") UUID id) {
        deliveries.discard(id);
    }
}
