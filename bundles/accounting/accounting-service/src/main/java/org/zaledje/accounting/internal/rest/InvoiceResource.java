package org.zaledje.accounting.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import javax.ws.rs.ext.Providers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.accounting.internal.AccountingTexts;
import org.zaledje.accounting.invoice.InvoiceValidation;
import org.zaledje.accounting.invoice.OriginalDocument;
import org.zaledje.accounting.invoice.ReceivedInvoice;
import org.zaledje.accounting.invoice.ReceivedInvoices;
import org.zaledje.accounting.ledger.EntryDraft;
import org.zaledje.accounting.ledger.JournalEntry;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;

/** Received invoices. */
@Component(service = RestResource.class, property = "zaledje.function=accounting")
@Path("/invoices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Invoices")
public final class InvoiceResource implements RestResource {

    private final ReceivedInvoices invoices;
    private final InvoiceValidation validation;
    private final Callers callers;

    @Activate
    public InvoiceResource(@Reference ReceivedInvoices invoices, @Reference InvoiceValidation validation,
            @Reference Callers callers) {
        this.invoices = invoices;
        this.validation = validation;
        this.callers = callers;
    }

    @Override
    public Map<String, ListSchema> lists() {
        return Map.of("listInvoices", ReceivedInvoices.INVOICES);
    }

    @POST
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @Operation(operationId = "submitInvoice", summary = "Hand in a supplier's invoice",
            description = "A UBL 2.1 Invoice or CreditNote or a UN/CEFACT Cross Industry Invoice that keeps EN 16931.")
    @ApiResponse(responseCode = "201", description = "Stored",
            headers = @Header(name = "Location", schema = @Schema(type = "string", format = "uri")),
            content = @Content(schema = @Schema(implementation = InvoiceResponse.class)))
    @ApiResponse(responseCode = "409", description = "Received before, as invoiceId says; nothing was stored")
    @ApiResponse(responseCode = "422", description = "It breaks rules, which are listed; nothing was stored")
    public Response submit(@RequestBody(required = true, content = {
        @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = "object")),
        @Content(mediaType = MediaType.TEXT_XML, schema = @Schema(type = "object"))}) byte[] document) {
        ReceivedInvoice stored = invoices.submit(document);
        return Response.created(URI.create("invoices/" + stored.id())).entity(InvoiceResponse.of(stored)).build();
    }

    @POST
    @Path("/validate")
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @Operation(operationId = "validateInvoice", summary =
            "Check an invoice against the rules of EN 16931; nothing is stored")
    public ValidationResponse validate(@RequestBody(required = true, content = {
        @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = "object")),
        @Content(mediaType = MediaType.TEXT_XML, schema = @Schema(type = "object"))}) byte[] document) {
        return ValidationResponse.of(validation.validate(document), callers.current().map(Caller::locale)
                .orElse(Locale.ENGLISH));
    }

    @GET
    @Operation(operationId = "listInvoices", summary = "Received invoices, latest first, without their lines")
    public InvoicePage list(@Context UriInfo request) {
        return InvoicePage.of(invoices.list(ReceivedInvoices.INVOICES.read(request.getQueryParameters())));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getInvoice", summary = "A received invoice with its lines")
    public InvoiceResponse get(@PathParam("id") UUID id) {
        return invoices.find(id).map(InvoiceResponse::of).orElseThrow(() -> notFound(id));
    }

    @GET
    @Path("/{id}/original")
    @Produces(MediaType.WILDCARD)
    @Operation(operationId = "getOriginal", summary = "The file that was sent, byte for byte")
    @ApiResponse(responseCode = "200", description = "The file",
            content = @Content(mediaType = MediaType.APPLICATION_XML, schema =
                    @Schema(type = "string", format = "binary")))
    public Response original(@PathParam("id") UUID id) {
        OriginalDocument original = invoices.original(id).orElseThrow(() -> notFound(id));
        return Response.ok(original.content(), original.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + original.fileName() + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @GET
    @Path("/{id}/proposal")
    @Operation(operationId = "proposeEntry", summary = "How the invoice would be posted")
    public DraftResponse proposal(@PathParam("id") UUID id) {
        return DraftResponse.of(invoices.propose(id));
    }

    @POST
    @Path("/{id}/post")
    @Operation(operationId = "postInvoice", summary = "Post the invoice, once; without a body as it is proposed")
    @ApiResponse(responseCode = "201", description = "Posted",
            headers = @Header(name = "Location", schema = @Schema(type = "string", format = "uri")),
            content = @Content(schema = @Schema(implementation = EntryResponse.class)))
    @ApiResponse(responseCode = "409", description = "Posted before, as entryId says, or not approved though it has to be; nothing was"
            + " posted")
    @ApiResponse(responseCode = "422", description = "The entry breaks rules, which are listed; nothing was posted")
    public Response post(@PathParam("id") UUID id,
            @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = EntryRequest.class))) byte[] entry,
            @Context Providers providers, @Context HttpHeaders headers) throws IOException {
        EntryDraft draft = entry.length == 0 ? invoices.propose(id) : OptionalEntry.read(entry, providers, headers)
                .draft();
        JournalEntry posted = invoices.post(id, draft);
        return Response.created(URI.create("entries/" + posted.id())).entity(EntryResponse.of(posted)).build();
    }

    @POST
    @Path("/{id}/approval")
    @Operation(operationId = "requestApproval", summary = "Send an invoice to those who approve invoices; one that has to be"
            + " approved is sent when it is received")
    @ApiResponse(responseCode = "204", description = "Sent")
    @ApiResponse(responseCode = "409", description = "It is on its way, approved or posted; nothing was done")
    public void requestApproval(@PathParam("id") UUID id) {
        invoices.requestApproval(id);
    }

    private static ProblemException notFound(UUID id) {
        return ProblemException.of(Kind.NOT_FOUND, "accounting.invoice.not-found",
                AccountingTexts.text("accounting.invoice.not-found", id.toString()));
    }
}
