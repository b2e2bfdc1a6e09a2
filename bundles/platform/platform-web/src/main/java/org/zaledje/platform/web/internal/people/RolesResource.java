package org.zaledje.platform.web.internal.people;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.people.Role;
import org.zaledje.platform.people.RoleDraft;
import org.zaledje.platform.people.Roles;
import org.zaledje.platform.rest.RestResource;

/** Roles over REST. */
@Component(service = RestResource.class, property = BackOfficeFunction.FUNCTION + "=people")
@Path("/roles")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RolesResource implements RestResource {

    private final Roles roles;

    @Activate
    public RolesResource(@Reference Roles roles) {
        this.roles = roles;
    }

    /** What a role is to be. */
    @Schema(name = "RoleDraft")
    public record RoleBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = Role.NAME_LENGTH_MAX, example = "Bookkeeper")
            String name,
            @Schema(maxLength = Role.DESCRIPTION_LENGTH_MAX, example = "Posts entries.") String description,
            @Schema(example = "[\"shop.order.approve\"]") Set<String> permissions,
            @Schema(description = "false when absent") Boolean secondFactorRequired) {

        static RoleDraft draft(RoleBody given) {
            return given == null ? new RoleDraft("", "", Set.of(), false)
                    : new RoleDraft(Bodies.text(given.name), Bodies.text(given.description),
                            Optional.ofNullable(given.permissions).orElse(Set.of()),
                            Boolean.TRUE.equals(given.secondFactorRequired));
        }
    }

    /** All roles. */
    public record RoleList(List<Role> items) {
    }

    @GET
    @Operation(operationId = "listRoles", summary = "Roles, by name")
    public RoleList list() {
        return new RoleList(roles.all());
    }

    @POST
    @Operation(operationId = "createRole", summary = "Make a role")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Role.class)))
    public Response create(RoleBody body) {
        Role made = roles.create(RoleBody.draft(body));
        return Response.created(URI.create("roles/" + made.id())).entity(made).build();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getRole", summary = "One role")
    public Role get(@PathParam("id") UUID id) {
        return roles.get(id);
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "changeRole", summary = "Change a role, for all who have it")
    public Role change(@PathParam("id") UUID id, RoleBody body) {
        return roles.change(id, RoleBody.draft(body));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "removeRole", summary = "Remove a role that nobody has")
    public void remove(@PathParam("id") UUID id) {
        roles.remove(id);
    }
}
