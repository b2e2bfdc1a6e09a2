package org.zaledje.platform.web.internal.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.audit.AuditProof;
import org.zaledje.platform.audit.AuditQuery;
import org.zaledje.platform.audit.ChainHead;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.web.internal.problem.Languages;
import org.zaledje.platform.web.internal.problem.Problem;

/** The audit trail for programs: what was done, and the proof that nothing was altered. */
@Component(service = RestResource.class, property = BackOfficeFunction.FUNCTION + "=audit")
@Path("/")
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource implements RestResource {

    private final AuditLog log;
    private final AuditProof proof;

    @Activate
    public AuditResource(@Reference AuditLog log, @Reference AuditProof proof) {
        this.log = log;
        this.proof = proof;
    }

    /** What narrows the list; what is absent does not. */
    public static final class Filters {

        @QueryParam("company")
        @Parameter(description = "Id of the company; the caller's own when absent")
        public UUID company;

        @QueryParam("by")
        public String by;

        @QueryParam("action")
        @Parameter(example = "shop.order.approve")
        public String action;

        @QueryParam("recordType")
        @Parameter(example = "shop.order")
        public String recordType;

        @QueryParam("recordId")
        public String recordId;

        @QueryParam("from")
        @Parameter(description = "The earliest moment, inclusive")
        public Instant from;

        @QueryParam("to")
        @Parameter(description = "The latest moment, exclusive")
        public Instant to;

        AuditQuery query() {
            return new AuditQuery(Optional.ofNullable(company), given(by), given(action), given(recordType),
                    given(recordId), Optional.ofNullable(from), Optional.ofNullable(to));
        }

        private static Optional<String> given(String value) {
            return Optional.ofNullable(value).filter(text -> !text.isEmpty());
        }
    }

    @GET
    @Path("/records")
    @Operation(operationId = "records", summary = "What was done to which record, newest first")
    public AuditEntries records(@BeanParam Filters filters, @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return AuditEntries.of(log.search(filters.query(), PageRequest.ofQuery(limit, cursor)));
    }

    @GET
    @Path("/records.csv")
    @Produces("text/csv")
    @Operation(operationId = "recordsAsCsv", summary = "The same as a table, without a limit")
    @ApiResponse(responseCode = "200", description = "The table (RFC 4180)",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    public Response recordsAsCsv(@BeanParam Filters filters) {
        AuditQuery query = filters.query();
        // refused before the first byte is sent
        log.search(query, PageRequest.first(1));
        StreamingOutput rows = out -> log.writeCsv(query, out);
        return Response.ok(rows, "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"audit.csv\"").build();
    }

    @GET
    @Path("/head")
    @Operation(operationId = "head", summary = "The end of the chain: keep it elsewhere to prove later that nothing was altered")
    public ChainHead head() {
        return proof.head();
    }

    @POST
    @Path("/heads")
    @Operation(operationId = "exportHead", summary = "Write the end of the chain to the folder of heads")
    @ApiResponse(responseCode = "201", description = "Written",
            content = @Content(schema = @Schema(implementation = ChainHead.class)))
    public Response exportHead() {
        return Response.status(Response.Status.CREATED).entity(proof.exportHead()).build();
    }

    @POST
    @Path("/verification")
    @Operation(operationId = "startVerification", summary = "Begin to verify the chain and the ledgers")
    @ApiResponse(responseCode = "202", description = "Begun; ask for the result with GET",
            content = @Content(schema = @Schema(implementation = VerificationResult.class)))
    public Response startVerification(@Parameter(hidden = true) @Context HttpServletRequest request) {
        Locale language = Languages.of(request);
        return Response.accepted(VerificationResult.of(proof.start(), language)).build();
    }

    @GET
    @Path("/verification")
    @Operation(operationId = "verification", summary = "What the verification has found, or how far it is")
    public VerificationResult verification(@Parameter(hidden = true) @Context HttpServletRequest request) {
        return proof.latest().map(report -> VerificationResult.of(report, Languages.of(request)))
                .orElseThrow(() -> Problem.exception(Kind.NOT_FOUND, "audit.no-verification"));
    }
}
