package org.zaledje.platform.web.internal.people;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.people.ApiToken;
import org.zaledje.platform.people.OpenSession;
import org.zaledje.platform.people.Sessions;
import org.zaledje.platform.people.Tokens;
import org.zaledje.platform.rest.RestResource;

/** Tokens and sessions of all users over REST. */
@Component(service = RestResource.class, property = BackOfficeFunction.FUNCTION + "=people")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TokensResource implements RestResource {

    private final Tokens tokens;
    private final Sessions sessions;

    @Activate
    public TokensResource(@Reference Tokens tokens, @Reference Sessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @Override
    public Map<String, ListSchema> lists() {
        return Map.of("listTokens", Tokens.TOKENS, "listSessions", Sessions.SESSIONS);
    }

    /** A page of tokens. */
    public record TokenList(List<ApiToken> items, @Schema(type = "string") Optional<String> next) {
    }

    /** A page of sessions. */
    public record SessionList(List<OpenSession> items, @Schema(type = "string") Optional<String> next) {
    }

    @GET
    @Path("/tokens")
    @Operation(operationId = "listTokens", summary = "Tokens of all users, newest first")
    public TokenList tokens(@Context UriInfo request) {
        Page<ApiToken> page = tokens.list(Tokens.TOKENS.read(request.getQueryParameters()));
        return new TokenList(page.items(), page.next());
    }

    @DELETE
    @Path("/tokens/{id}")
    @Operation(operationId = "revokeToken", summary = "Revoke a token, at once")
    public void revoke(@PathParam("id") UUID id) {
        tokens.revoke(id);
    }

    @GET
    @Path("/sessions")
    @Operation(operationId = "listSessions", summary = "Browsers in which somebody is signed in, newest first")
    public SessionList sessions(@Context UriInfo request) {
        Page<OpenSession> page = sessions.list(Sessions.SESSIONS.read(request.getQueryParameters()));
        return new SessionList(page.items(), page.next());
    }

    @DELETE
    @Path("/sessions/{id}")
    @Operation(operationId = "endSession", summary = "End a session, at once")
    public void end(@PathParam("id") UUID id) {
        sessions.end(id);
    }
}
