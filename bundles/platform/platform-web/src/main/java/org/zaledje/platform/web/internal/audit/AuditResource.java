package org.zaledje.platform.web.internal.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.audit.AuditProof;
import org.zaledje.platform.audit.ChainHead;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListField;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
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

    private static final String COMPANY = "company";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final ListSchema COMPANIES =
            ListSchema.keyed("audit.company", ListField.of(COMPANY, FieldType.ID).equal());

    private final AuditLog log;
    private final AuditProof proof;

    @Activate
    public AuditResource(@Reference AuditLog log, @Reference AuditProof proof) {
        this.log = log;
        this.proof = proof;
    }

    @Override
    public Map<String, ListSchema> lists() {
        return Map.of("records", AuditLog.RECORDS);
    }

    @GET
    @Path("/records")
    @Operation(operationId = "records", summary = "What was done to which record, newest first")
    @Parameter(name = COMPANY, in = ParameterIn.QUERY, description = "Id of the company; the caller's own when absent",
            schema = @Schema(type = "string", format = "uuid"))
    @Parameter(name = FROM, in = ParameterIn.QUERY, description = "As at.from", deprecated = true,
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(name = TO, in = ParameterIn.QUERY, description = "As at.to", deprecated = true,
            schema = @Schema(type = "string", format = "date-time"))
    public AuditEntries records(@Context UriInfo request) {
        Wanted wanted = Wanted.of(request);
        return AuditEntries.of(log.search(wanted.company(), wanted.query()));
    }

    @GET
    @Path("/records.csv")
    @Produces("text/csv")
    @Operation(operationId = "recordsAsCsv", summary = "The same as a table, without a limit",
            description = "Takes the filters and the order of the list.")
    @Parameter(name = COMPANY, in = ParameterIn.QUERY, description = "Id of the company; the caller's own when absent",
            schema = @Schema(type = "string", format = "uuid"))
    @ApiResponse(responseCode = "200", description = "The table (RFC 4180)",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    public Response recordsAsCsv(@Context UriInfo request) {
        Wanted wanted = Wanted.of(request);
        // refused before the first byte is sent
        log.search(wanted.company(), wanted.query().at(PageRequest.first(1)));
        StreamingOutput rows = out -> log.writeCsv(wanted.company(), wanted.query(), out);
        return Response.ok(rows, "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"audit.csv\"").build();
    }

    private record Wanted(Optional<UUID> company, ListQuery query) {

        static Wanted of(UriInfo request) {
            Map<String, List<String>> parameters = new LinkedHashMap<>(request.getQueryParameters());
            Optional<UUID> company = COMPANIES.read(only(parameters, COMPANY)).filters().stream()
                    .map(filter -> (UUID) filter.values().get(0)).findFirst();
            // what the beginning and the end of a time were called before lists were declared
            Optional.ofNullable(parameters.remove(FROM)).ifPresent(moment -> parameters.putIfAbsent("at.from", moment));
            Optional.ofNullable(parameters.remove(TO)).ifPresent(moment -> parameters.putIfAbsent("at.to", moment));
            return new Wanted(company, AuditLog.RECORDS.read(parameters));
        }

        private static Map<String, List<String>> only(Map<String, List<String>> parameters, String name) {
            return Optional.ofNullable(parameters.remove(name)).map(values -> Map.of(name, values)).orElse(Map.of());
        }
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
