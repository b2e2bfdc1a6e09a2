package org.zaledje.platform.procedure.internal.tasks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.procedure.Substitution;
import org.zaledje.platform.procedure.Substitutions;
import org.zaledje.platform.procedure.Tasks;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;

/** Who stands in for whom, over REST. */
@Component(service = RestResource.class, property = BackOfficeFunction.FUNCTION + "=tasks")
@Path("/substitutions")
@Tag(name = "Substitutions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SubstitutionResource implements RestResource {

    private final Substitutions substitutions;
    private final Callers callers;

    @Activate
    public SubstitutionResource(@Reference Substitutions substitutions, @Reference Callers callers) {
        this.substitutions = substitutions;
        this.callers = callers;
    }

    /** A substitution that is to be. */
    public record NewSubstitution(
            @Schema(description = "login name of who is away; the caller when absent") String person,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "admin", description = "login name of who stands in")
            String substitute,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2030-07-01") LocalDate from,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2030-07-14") LocalDate to) {
    }

    /** Substitutions. */
    public record SubstitutionList(List<Substitution> items) {
    }

    @GET
    @Operation(operationId = "listSubstitutions", summary = "Those that are not over and concern the caller, by first day")
    public SubstitutionList list() {
        return new SubstitutionList(substitutions.list());
    }

    @POST
    @Operation(operationId = "addSubstitution", summary = "Have somebody stand in: their tasks are then in both inboxes")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Substitution.class)))
    public Response add(NewSubstitution body) {
        Caller caller = callers.require(Tasks.WORK);
        String substitute = Bodies.member(body, NewSubstitution::substitute, "substitute");
        Substitution added = substitutions.add(Optional.ofNullable(body.person).orElse(caller.name()), substitute,
                Bodies.member(body, NewSubstitution::from, "from"), Bodies.member(body, NewSubstitution::to, "to"));
        return Response.created(URI.create("substitutions/" + added.id())).entity(added).build();
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "removeSubstitution", summary = "End a substitution")
    public void remove(@PathParam("id") UUID id) {
        substitutions.remove(id);
    }
}
