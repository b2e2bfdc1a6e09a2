package org.zaledje.platform.procedure.internal.definitions;

import static org.zaledje.platform.procedure.internal.ProcedureTexts.TEXTS;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.procedure.DecisionRecord;
import org.zaledje.platform.procedure.Procedures;
import org.zaledje.platform.procedure.Tasks;
import org.zaledje.platform.procedure.internal.tasks.Bodies;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;

/** Where records stand, over REST. */
@Component(service = RestResource.class, property = BackOfficeFunction.FUNCTION + "=procedures")
@Path("/")
@Tag(name = "Procedures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RunResource implements RestResource {

    private final Procedures procedures;
    private final Callers callers;

    @Activate
    public RunResource(@Reference Procedures procedures, @Reference Callers callers) {
        this.procedures = procedures;
        this.callers = callers;
    }

    /** Why something is taken back. */
    public record WithdrawalBody(@Schema(maxLength = DecisionRecord.COMMENT_LENGTH_MAX, example = "Sent by mistake.") String reason) {
    }

    @GET
    @Path("runs/{id}")
    @Operation(operationId = "getRun", summary = "A record on its way through a procedure")
    public RunAnswer run(@PathParam("id") UUID id) {
        Caller caller = callers.require(Tasks.WORK);
        return procedures.run(id).map(run -> RunAnswer.of(run, caller)).orElseThrow(() -> notFound(id.toString()));
    }

    @GET
    @Path("records/{type}/{id}")
    @Operation(operationId = "getRunOfRecord", summary = "Where a record stands: its latest run")
    public RunAnswer latest(@Parameter(example = "shop.order") @PathParam("type") String type, @PathParam("id") String id) {
        Caller caller = callers.require(Tasks.WORK);
        return record(type, id).flatMap(procedures::latest).map(run -> RunAnswer.of(run, caller))
                .orElseThrow(() -> notFound(type + " " + id));
    }

    private static Optional<RecordRef> record(String type, String id) {
        return type.isEmpty() || type.length() > RecordRef.TYPE_LENGTH_MAX || type.indexOf(0) >= 0
                || id.isEmpty() || id.length() > RecordRef.ID_LENGTH_MAX || id.indexOf(0) >= 0
                ? Optional.empty() : Optional.of(new RecordRef(type, id));
    }

    @POST
    @Path("runs/{id}/withdrawal")
    @Operation(operationId = "withdrawRun", summary = "Take back what one has started oneself; with the right to change"
            + " procedures, any run")
    public void withdraw(@PathParam("id") UUID id, WithdrawalBody body) {
        callers.require(Tasks.WORK);
        procedures.withdraw(procedures.run(id).orElseThrow(() -> notFound(id.toString())).record(),
                body == null ? "" : Bodies.text(body.reason));
    }

    private static ProblemException notFound(String what) {
        return ProblemException.of(Kind.NOT_FOUND, "procedure.run-not-found", TEXTS.text("procedure.run-not-found", what));
    }
}
