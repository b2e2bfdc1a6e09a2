package org.zaledje.platform.web.internal.people;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.people.ApiToken;
import org.zaledje.platform.people.IssuedToken;
import org.zaledje.platform.people.OpenSession;
import org.zaledje.platform.people.OwnAccount;
import org.zaledje.platform.people.UserAccount;
import org.zaledje.platform.rest.RestResource;

/** The caller's own account over REST. The second factor is set up in the web UI, where its QR code can be seen. */
@Component(service = RestResource.class, property = BackOfficeFunction.FUNCTION + "=people")
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MeResource implements RestResource {

    private final OwnAccount own;

    @Activate
    public MeResource(@Reference OwnAccount own) {
        this.own = own;
    }

    /** A password and the one that is to take its place. */
    @Schema(name = "PasswordChange")
    public record PasswordChangeBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "three-quiet-lamps") String old,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "four-loud-kettles") String password) {

        @Override
        public String toString() {
            return "PasswordChangeBody[]";
        }
    }

    /** One's own tokens. */
    public record OwnTokens(List<ApiToken> items) {
    }

    /** One's own sessions. */
    public record OwnSessions(List<OpenSession> items) {
    }

    @GET
    @Operation(operationId = "me", summary = "The caller's own account")
    public UserAccount me() {
        return own.get();
    }

    @PUT
    @Path("/password")
    @Operation(operationId = "changeOwnPassword", summary = "Change one's own password; one's sessions end")
    public void changePassword(PasswordChangeBody body) {
        PasswordChangeBody given = body == null ? new PasswordChangeBody(null, null) : body;
        own.changePassword(Bodies.text(given.old()), Bodies.text(given.password()), Optional.empty());
    }

    @GET
    @Path("/tokens")
    @Operation(operationId = "listOwnTokens", summary = "One's own tokens, newest first")
    public OwnTokens tokens() {
        return new OwnTokens(own.tokens());
    }

    @POST
    @Path("/tokens")
    @Operation(operationId = "issueOwnToken", summary = "Issue a token for oneself; its secret is in this answer only")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = IssuedToken.class)))
    public Response issue(TokenBody body) {
        return Response.status(Response.Status.CREATED).entity(own.issueToken(TokenBody.wanted(body))).build();
    }

    @DELETE
    @Path("/tokens/{id}")
    @Operation(operationId = "revokeOwnToken", summary = "Revoke one of one's own tokens, at once")
    public void revoke(@PathParam("id") UUID id) {
        own.revokeToken(id);
    }

    @GET
    @Path("/sessions")
    @Operation(operationId = "listOwnSessions", summary = "Browsers in which one is signed in, newest first")
    public OwnSessions sessions() {
        return new OwnSessions(own.sessions());
    }

    @DELETE
    @Path("/sessions/{id}")
    @Operation(operationId = "endOwnSession", summary = "End one of one's own sessions, at once")
    public void end(@PathParam("id") UUID id) {
        own.endSession(id);
    }
}
