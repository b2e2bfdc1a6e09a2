package org.zaledje.platform.document.internal.rest;

import static org.zaledje.platform.document.internal.DocumentTexts.problem;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
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
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.document.Document;
import org.zaledje.platform.document.DocumentVersion;
import org.zaledje.platform.document.Documents;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.security.Callers;

/** Documents of records, over REST. */
@Component(service = RestResource.class, property = {
        BackOfficeFunction.FUNCTION + "=documents",
        // A little more than the largest file, which the store tells of better.
        RestResource.BODY_BYTES + ":Long=2200000000"})
@Path("/")
@Tag(name = "Documents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DocumentResource implements RestResource {

    private final Documents documents;
    private final Callers callers;

    @Activate
    public DocumentResource(@Reference Documents documents, @Reference Callers callers) {
        this.documents = documents;
        this.callers = callers;
    }

    /** Documents. */
    public record DocumentList(List<DocumentAnswer> items) {
    }

    /** Files of a document. */
    @Schema(name = "DocumentVersionList")
    public record VersionList(List<DocumentVersion> items) {
    }

    /** What a document is called. */
    @Schema(name = "DocumentTitle")
    public record TitleBody(@Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = Documents.NAME_LENGTH_MAX,
            example = "Contract") String title) {
    }

    /** Until when a document is kept. */
    @Schema(name = "DocumentRetention")
    public record RetentionBody(@Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2036-12-31") LocalDate until) {
    }

    @GET
    @Operation(operationId = "listDocuments", summary = "Documents of a record, the newest first, those in the bin included")
    public DocumentList list(
            @Parameter(required = true, example = "shop.order") @QueryParam("recordType") String recordType,
            @Parameter(required = true) @QueryParam("recordId") String recordId) {
        callers.require(Documents.USE);
        return new DocumentList(documents.of(record(recordType, recordId)).stream().map(DocumentAnswer::of).toList());
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "attachDocument", summary = "Attach a file to a record",
            description = "The body is the file itself, at most 2 GiB. What it is is told by its contents, not by Content-Type."
                    + " Large files can be sent in parts that are taken up again, by tus 1.0 at /api/v1/documents/uploads.")
    @ApiResponse(responseCode = "201", description = "Stored",
            headers = @Header(name = "Location", schema = @Schema(type = "string", format = "uri")),
            content = @Content(schema = @Schema(implementation = DocumentAnswer.class)))
    @ApiResponse(responseCode = "413", description = "Larger than is taken; nothing was stored")
    @ApiResponse(responseCode = "507", description = "The disk is nearly full; nothing was stored")
    public Response attach(
            @Parameter(required = true, example = "shop.order") @QueryParam("recordType") String recordType,
            @Parameter(required = true) @QueryParam("recordId") String recordId,
            @Parameter(required = true, example = "contract.pdf") @QueryParam("fileName") String fileName,
            @Parameter(description = "the name of the file when absent") @QueryParam("title") String title,
            @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM,
                    schema = @Schema(type = "string", format = "binary"))) InputStream file) {
        callers.require(Documents.USE);
        Document stored = documents.attach(record(recordType, recordId), Optional.ofNullable(title).orElse(""),
                required(fileName, "fileName"), file);
        return Response.created(URI.create(stored.id().toString())).entity(DocumentAnswer.of(stored)).build();
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getDocument", summary = "A document")
    public DocumentAnswer get(@PathParam("id") UUID id) {
        return documents.find(id).map(DocumentAnswer::of).orElseThrow(() -> problem(Kind.NOT_FOUND,
                "documents.document-not-found", id.toString()));
    }

    @PUT
    @Path("{id}/title")
    @Operation(operationId = "renameDocument", summary = "Give a document another title")
    public DocumentAnswer rename(@PathParam("id") UUID id, TitleBody body) {
        callers.require(Documents.USE);
        return DocumentAnswer.of(documents.rename(id, required(body == null ? null : body.title, "title")));
    }

    @PUT
    @Path("{id}/retention")
    @Operation(operationId = "retainDocument", summary = "Have a document kept at least until a day; it can be made longer only")
    public DocumentAnswer retain(@PathParam("id") UUID id, RetentionBody body) {
        callers.require(Documents.RETAIN);
        return DocumentAnswer.of(documents.retain(id, required(body == null ? null : body.until, "until")));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteDocument", summary = "Put a document into the bin, where it is destroyed after 30 days, and"
            + " not while it must be kept")
    public void delete(@PathParam("id") UUID id) {
        documents.delete(id);
    }

    @POST
    @Path("{id}/restore")
    @Operation(operationId = "restoreDocument", summary = "Take a document out of the bin")
    public DocumentAnswer restore(@PathParam("id") UUID id) {
        return DocumentAnswer.of(documents.restore(id));
    }

    @GET
    @Path("{id}/versions")
    @Operation(operationId = "listDocumentVersions", summary = "Files of a document, the newest first")
    public VersionList versions(@PathParam("id") UUID id) {
        return new VersionList(documents.versions(id));
    }

    @POST
    @Path("{id}/versions")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "addDocumentVersion", summary = "Store a file as the new version of a document")
    @ApiResponse(responseCode = "201", description = "Stored", content = @Content(schema = @Schema(implementation = DocumentAnswer.class)))
    public Response addVersion(@PathParam("id") UUID id,
            @Parameter(required = true, example = "contract.pdf") @QueryParam("fileName") String fileName,
            @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM,
                    schema = @Schema(type = "string", format = "binary"))) InputStream file) {
        callers.require(Documents.USE);
        Document stored = documents.addVersion(id, required(fileName, "fileName"), file);
        return Response.status(Response.Status.CREATED).entity(DocumentAnswer.of(stored)).build();
    }

    @GET
    @Path("{id}/content")
    @Produces(MediaType.WILDCARD)
    @Operation(operationId = "downloadDocument", summary = "The newest file, or a part of it by Range")
    @ApiResponse(responseCode = "200", description = "The file", content = @Content(mediaType = MediaType.WILDCARD,
            schema = @Schema(type = "string", format = "binary")))
    public Response content(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        return Downloads.of(documents.content(id, Optional.empty()), headers);
    }

    @GET
    @Path("{id}/versions/{number}/content")
    @Produces(MediaType.WILDCARD)
    @Operation(operationId = "downloadDocumentVersion", summary = "One of its files, or a part of it by Range")
    @ApiResponse(responseCode = "200", description = "The file", content = @Content(mediaType = MediaType.WILDCARD,
            schema = @Schema(type = "string", format = "binary")))
    public Response content(@PathParam("id") UUID id, @PathParam("number") int number, @Context HttpHeaders headers) {
        return Downloads.of(documents.content(id, Optional.of(number)), headers);
    }

    static RecordRef record(String type, String id) {
        String wantedType = required(type, "recordType");
        String wantedId = required(id, "recordId");
        if (wantedType.isEmpty() || wantedType.length() > RecordRef.TYPE_LENGTH_MAX || wantedType.indexOf(0) >= 0
                || wantedId.isEmpty() || wantedId.length() > RecordRef.ID_LENGTH_MAX || wantedId.indexOf(0) >= 0) {
            throw problem(Kind.NOT_FOUND, "documents.record-not-found", wantedType + "/" + wantedId);
        }
        return new RecordRef(wantedType, wantedId);
    }

    private static <T> T required(T value, String name) {
        return Optional.ofNullable(value).orElseThrow(() -> missing(name));
    }

    private static ProblemException missing(String name) {
        return problem(Kind.UNREADABLE, "documents.member-missing", name);
    }
}
