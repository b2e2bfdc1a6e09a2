package org.zaledje.accounting.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.Consumes;
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
import org.zaledje.accounting.internal.AccountingTexts;
import org.zaledje.accounting.ledger.JournalEntry;
import org.zaledje.accounting.ledger.Ledger;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.rest.RestResource;

/** Journal entries. */
@Component(service = RestResource.class, property = "zaledje.function=accounting")
@Path("/entries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Entries")
public final class EntryResource implements RestResource {

    private final Ledger ledger;

    @Activate
    public EntryResource(@Reference Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Map<String, ListSchema> lists() {
        return Map.of("listEntries", Ledger.ENTRIES);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "postEntry", summary = "Post a journal entry")
    @ApiResponse(responseCode = "201", description = "Posted",
            headers = @Header(name = "Location", schema = @Schema(type = "string", format = "uri")),
            content = @Content(schema = @Schema(implementation = EntryResponse.class)))
    @ApiResponse(responseCode = "422", description = "It breaks rules, which are listed; nothing was posted")
    public Response post(EntryRequest entry) {
        JournalEntry posted = ledger.post(Optional.ofNullable(entry).orElse(new EntryRequest(null, null, null, null))
                .draft());
        return Response.created(URI.create("entries/" + posted.id())).entity(EntryResponse.of(posted)).build();
    }

    @GET
    @Operation(operationId = "listEntries", summary = "Posted entries, latest first")
    public EntryPage list(@Context UriInfo request) {
        return EntryPage.of(ledger.entries(Ledger.ENTRIES.read(request.getQueryParameters())));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getEntry", summary = "A posted entry")
    @ApiResponse(responseCode = "200", description = "The entry",
            content = @Content(schema = @Schema(implementation = EntryResponse.class)))
    @ApiResponse(responseCode = "404", description = "There is no such entry")
    public EntryResponse get(@PathParam("id") UUID id) {
        return ledger.find(id).map(EntryResponse::of).orElseThrow(() -> ProblemException.of(Kind.NOT_FOUND,
                "accounting.entry.not-found", AccountingTexts.text("accounting.entry.not-found", id.toString())));
    }
}
