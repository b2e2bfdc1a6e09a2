package org.zaledje.platform.web.internal.events;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.event.IssuedWebhook;
import org.zaledje.platform.event.Webhook;
import org.zaledje.platform.event.WebhookDelivery;
import org.zaledje.platform.event.Webhooks;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.web.internal.problem.Problem;

/** Webhooks, for partners' and administrators' programs. */
@Component(service = RestResource.class, property = BackOfficeFunction.FUNCTION + "=events")
@Path("/webhooks")
@Tag(name = "Webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class WebhooksResource implements RestResource {

    private final Webhooks webhooks;

    @Activate
    public WebhooksResource(@Reference Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public Map<String, ListSchema> lists() {
        return Map.of("listWebhooks", Webhooks.WEBHOOKS, "listWebhookDeliveries", Webhooks.DELIVERIES);
    }

    /** What a caller sends. */
    public record NewWebhook(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = Webhook.URL_LENGTH_MAX,
                    example = "https://partner.example/zaledje") String url,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "[\"shop.order.approved\"]") List<String> types) {
    }

    /** A webhook. */
    public record WebhookResponse(UUID id, String url, List<String> types, Instant createdAt, String createdBy,
            boolean paused) {
        static WebhookResponse of(Webhook webhook) {
            return new WebhookResponse(
                    webhook.id(), webhook.url(), webhook.types(), webhook.createdAt(), webhook.createdBy(),
                    webhook.paused());
        }
    }

    /** A webhook with its secret, which is told once. */
    public record IssuedWebhookResponse(WebhookResponse webhook, String secret) {
        static IssuedWebhookResponse of(IssuedWebhook issued) {
            return new IssuedWebhookResponse(WebhookResponse.of(issued.webhook()), issued.secret());
        }
    }

    /** A page of webhooks. */
    public record WebhookList(List<WebhookResponse> items, @Schema(type = "string") Optional<String> next) {
    }

    @GET
    @Operation(operationId = "listWebhooks", summary = "The company's webhooks, latest first")
    public WebhookList list(@Context UriInfo request) {
        Page<WebhookResponse> page = webhooks.list(Webhooks.WEBHOOKS.read(request.getQueryParameters())).map(WebhookResponse::of);
        return new WebhookList(page.items(), page.next());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getWebhook", summary = "One webhook")
    public WebhookResponse find(@PathParam("id") UUID id) {
        return webhooks.find(id).map(WebhookResponse::of)
                .orElseThrow(() -> Problem.exception(Kind.NOT_FOUND, "events.webhook.not-found", id.toString()));
    }

    @POST
    @Operation(operationId = "createWebhook", summary = "Send events from now on; the answer tells the secret, this once")
    @ApiResponse(responseCode = "201",
            content = @Content(schema = @Schema(implementation = IssuedWebhookResponse.class)))
    public Response create(NewWebhook wanted) {
        if (wanted == null) {
            throw Problem.exception(Kind.UNREADABLE, "body.missing");
        }
        IssuedWebhook issued = webhooks.create(
                Optional.ofNullable(wanted.url()).orElse(""), Optional.ofNullable(wanted.types()).orElse(List.of()));
        return Response.created(URI.create("webhooks/" + issued.webhook().id()))
                .entity(IssuedWebhookResponse.of(issued)).build();
    }

    @POST
    @Path("{id}/secret")
    @Operation(operationId = "renewWebhookSecret", summary = "Another secret; the old one holds no longer")
    public IssuedWebhookResponse renewSecret(@PathParam("id") UUID id) {
        return IssuedWebhookResponse.of(webhooks.renewSecret(id));
    }

    /** One try to deliver an event. */
    public record DeliveryResponse(UUID id, UUID event, String type, Instant at,
            @Schema(type = "integer", description = "HTTP status; absent when there was no answer") Optional<Integer> status,
            @Schema(description = "Empty when it was delivered") String error, long tookMs) {
        static DeliveryResponse of(WebhookDelivery delivery) {
            return new DeliveryResponse(delivery.id(), delivery.event(), delivery.type(), delivery.at(), delivery.status(),
                    delivery.error(), delivery.took().toMillis());
        }
    }

    /** A page of deliveries. */
    public record DeliveryList(List<DeliveryResponse> items, @Schema(type = "string") Optional<String> next) {
    }

    @GET
    @Path("{id}/deliveries")
    @Operation(operationId = "listWebhookDeliveries", summary = "What was sent in the last 14 days, latest first")
    public DeliveryList deliveries(@PathParam("id") UUID id, @Context UriInfo request) {
        Page<DeliveryResponse> page = webhooks.deliveries(id, Webhooks.DELIVERIES.read(request.getQueryParameters()))
                .map(DeliveryResponse::of);
        return new DeliveryList(page.items(), page.next());
    }

    @POST
    @Path("{id}/test")
    @Operation(operationId = "testWebhook", summary = "Send a signed event of the type " + Webhooks.TEST_TYPE + " now")
    public DeliveryResponse test(@PathParam("id") UUID id) {
        return DeliveryResponse.of(webhooks.test(id));
    }

    @POST
    @Path("{id}/pause")
    @Operation(operationId = "pauseWebhook", summary = "Send nothing for now; events wait")
    public WebhookResponse pause(@PathParam("id") UUID id) {
        return WebhookResponse.of(webhooks.pause(id));
    }

    @POST
    @Path("{id}/resume")
    @Operation(operationId = "resumeWebhook", summary = "Send again what waits, and what comes")
    public WebhookResponse resume(@PathParam("id") UUID id) {
        return WebhookResponse.of(webhooks.resume(id));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "removeWebhook", summary = "End it; what has not been sent is not sent any more")
    public void remove(@PathParam("id") UUID id) {
        webhooks.remove(id);
    }
}
