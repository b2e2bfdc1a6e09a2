package org.zaledje.platform.procedure.internal.definitions;

import static org.zaledje.platform.procedure.internal.ProcedureTexts.TEXTS;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.procedure.Fact;
import org.zaledje.platform.procedure.ProcedureType;
import org.zaledje.platform.procedure.Procedures;
import org.zaledje.platform.rest.ExpectedVersion;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;

/** How procedures go, over REST. */
@Component(service = RestResource.class, property = BackOfficeFunction.FUNCTION + "=procedures")
@Path("/")
@Tag(name = "Procedures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ProcedureResource implements RestResource {

    private final Procedures procedures;
    private final Callers callers;

    @Activate
    public ProcedureResource(@Reference Procedures procedures, @Reference Callers callers) {
        this.procedures = procedures;
        this.callers = callers;
    }

    /** What conditions can be about. */
    @Schema(name = "ProcedureFact")
    public record FactAnswer(String name, String title, Fact.Type type) {
    }

    /** A kind of procedure. */
    @Schema(name = "ProcedureType")
    public record TypeAnswer(String id, String title, String recordType, List<FactAnswer> facts) {
    }

    /** All kinds. */
    public record TypeList(List<TypeAnswer> items) {
    }

    /** Versions of a procedure. */
    public record VersionList(List<ProcedureAnswer> items) {
    }

    @GET
    @Operation(operationId = "listProcedures", summary = "The kinds of procedures of the functions that are there, by id")
    public TypeList list() {
        Caller caller = callers.require(Procedures.MANAGE);
        return new TypeList(procedures.types().stream().map(type -> answer(type, caller)).toList());
    }

    private static TypeAnswer answer(ProcedureType type, Caller reader) {
        return new TypeAnswer(type.id(), type.title().in(reader.locale()), type.recordType(), type.facts().stream()
                .map(fact -> new FactAnswer(fact.name(), fact.title().in(reader.locale()), fact.type())).toList());
    }

    @GET
    @Path("{procedure}")
    @Operation(operationId = "getProcedure", summary = "The version that new runs take")
    public ProcedureAnswer current(@PathParam("procedure") String procedure) {
        return procedures.current(procedure).map(ProcedureAnswer::of).orElseThrow(() -> notFound(procedure));
    }

    @GET
    @Path("{procedure}/versions")
    @Operation(operationId = "listProcedureVersions", summary = "All versions, newest first")
    public VersionList versions(@PathParam("procedure") String procedure) {
        return new VersionList(procedures.versions(procedure).stream().map(ProcedureAnswer::of).toList());
    }

    @PUT
    @Path("{procedure}")
    @Operation(operationId = "publishProcedure", summary = "Make another version, which runs that start from now on take")
    public ProcedureAnswer publish(@PathParam("procedure") String procedure,
            @HeaderParam("If-Match") @Parameter(schema = @Schema(type = "string")) ExpectedVersion expected, PlanBody body) {
        callers.require(Procedures.MANAGE);
        return ProcedureAnswer.of(procedures.publish(procedure, expected, PlanBody.plan(body)));
    }

    private static ProblemException notFound(String procedure) {
        return ProblemException.of(Kind.NOT_FOUND, "procedure.not-found", TEXTS.text("procedure.not-found", procedure));
    }
}
