package org.zaledje.platform.web.internal.people;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.people.IssuedToken;
import org.zaledje.platform.people.NewUser;
import org.zaledje.platform.people.RoleAssignment;
import org.zaledje.platform.people.Tokens;
import org.zaledje.platform.people.UserAccount;
import org.zaledje.platform.people.UserChange;
import org.zaledje.platform.people.Users;
import org.zaledje.platform.rest.RestResource;

/** Users over REST. */
@Component(service = RestResource.class, property = BackOfficeFunction.FUNCTION + "=people")
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class UsersResource implements RestResource {

    /** Stands for a role that was left out: whoever may not change users must not learn what else is wrong. */
    private static final UUID NO_ROLE = new UUID(0, 0);

    private final Users users;
    private final Tokens tokens;

    @Activate
    public UsersResource(@Reference Users users, @Reference Tokens tokens) {
        this.users = users;
        this.tokens = tokens;
    }

    @Override
    public Map<String, ListSchema> lists() {
        return Map.of("listUsers", Users.USERS);
    }

    /** A role that a user is to have. */
    @Schema(name = "Assignment")
    public record AssignmentBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) UUID role,
            @Schema(description = "The company it holds in; absent for all") UUID company,
            @Schema(description = "The units of that company it holds in; absent for all of it") Set<UUID> units) {

        RoleAssignment toAssignment() {
            return new RoleAssignment(Optional.ofNullable(role).orElse(NO_ROLE), Optional.ofNullable(company),
                    units == null ? Set.of() : units);
        }
    }

    /** A user to be made. */
    @Schema(name = "NewUser")
    public record NewUserBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = UserAccount.NAME_LENGTH_MAX, example = "ana")
            String name,
            @Schema(maxLength = UserAccount.TEXT_LENGTH_MAX, example = "Ana Novak") String displayName,
            @Schema(maxLength = UserAccount.TEXT_LENGTH_MAX, example = "ana@example.com") String email,
            @Schema(description = "PERSON when absent") UserAccount.Kind kind,
            @Schema(description = "First password of a person, which they must change", example = "three-quiet-lamps")
            String password,
            List<AssignmentBody> assignments) {

        @Override
        public String toString() {
            return "NewUserBody[" + name + "]";
        }
    }

    /** What a user is to be. */
    @Schema(name = "UserChange")
    public record UserChangeBody(
            @Schema(maxLength = UserAccount.TEXT_LENGTH_MAX, example = "Ana Novak") String displayName,
            @Schema(maxLength = UserAccount.TEXT_LENGTH_MAX, example = "ana@example.com") String email,
            @Schema(description = "false when absent") Boolean disabled,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<AssignmentBody> assignments) {
    }

    /** A new password. */
    @Schema(name = "NewPassword")
    public record PasswordBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "four-loud-kettles") String password) {

        @Override
        public String toString() {
            return "PasswordBody[]";
        }
    }

    /** A page of users. */
    public record UserList(List<UserAccount> items, @Schema(type = "string") Optional<String> next) {
    }

    @GET
    @Operation(operationId = "listUsers", summary = "Users, by login name")
    public UserList list(@Context UriInfo request) {
        Page<UserAccount> page = users.list(Users.USERS.read(request.getQueryParameters()));
        return new UserList(page.items(), page.next());
    }

    @POST
    @Operation(operationId = "createUser", summary = "Make a user")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = UserAccount.class)))
    public Response create(NewUserBody body) {
        NewUserBody given = body == null ? new NewUserBody(null, null, null, null, null, null) : body;
        UserAccount made = users.create(new NewUser(Bodies.text(given.name()), Bodies.text(given.displayName()),
                Bodies.text(given.email()), Optional.ofNullable(given.kind()).orElse(UserAccount.Kind.PERSON),
                Optional.ofNullable(given.password()), assignments(given.assignments())));
        return Response.created(URI.create("users/" + made.id())).entity(made).build();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getUser", summary = "One user")
    public UserAccount get(@PathParam("id") UUID id) {
        return users.get(id);
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "changeUser", summary = "Change a user, and the roles they have")
    public UserAccount change(@PathParam("id") UUID id, UserChangeBody body) {
        UserChangeBody given = body == null ? new UserChangeBody(null, null, null, null) : body;
        return users.change(id, new UserChange(Bodies.text(given.displayName()), Bodies.text(given.email()),
                Boolean.TRUE.equals(given.disabled()), assignments(given.assignments())));
    }

    @PUT
    @Path("/{id}/password")
    @Operation(operationId = "resetPassword", summary = "Give a person a password that they must change")
    public void resetPassword(@PathParam("id") UUID id, PasswordBody body) {
        users.resetPassword(id, body == null ? "" : Bodies.text(body.password()));
    }

    @POST
    @Path("/{id}/unlock")
    @Operation(operationId = "unlockUser", summary = "Let one in again who was locked out by wrong passwords")
    public void unlock(@PathParam("id") UUID id) {
        users.unlock(id);
    }

    @DELETE
    @Path("/{id}/second-factor")
    @Operation(operationId = "removeSecondFactor", summary = "Take the second factor from one who has lost the device")
    public void removeSecondFactor(@PathParam("id") UUID id) {
        users.removeSecondFactor(id);
    }

    @POST
    @Path("/{id}/tokens")
    @Operation(operationId = "issueToken", summary = "Issue a token to a service account; its secret is in this answer only")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = IssuedToken.class)))
    public Response issue(@PathParam("id") UUID user, TokenBody body) {
        return Response.status(Response.Status.CREATED).entity(tokens.issue(user, TokenBody.wanted(body))).build();
    }

    private static List<RoleAssignment> assignments(List<AssignmentBody> given) {
        return given == null ? List.of()
                : given.stream().filter(Objects::nonNull).map(AssignmentBody::toAssignment).toList();
    }
}
