package org.zaledje.platform.web.internal.company;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
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
import org.zaledje.platform.company.CompanyAdministration;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.rest.ExpectedVersion;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.text.Texts;

/** The companies in which the caller has rights. */
@Component(service = RestResource.class, property = BackOfficeFunction.FUNCTION + "=companies")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CompaniesResource implements RestResource {

    private static final Texts TEXTS = Texts.beside(CompaniesResource.class);

    private final CompanyAdministration administration;

    @Activate
    public CompaniesResource(@Reference CompanyAdministration administration) {
        this.administration = administration;
    }

    /** The caller's companies; there are few, so they come at once. */
    public record CompanyList(List<CompanyAnswer> items) {
    }

    @GET
    @Operation(operationId = "list", summary = "The companies in which you have rights, oldest first")
    public CompanyList list() {
        return new CompanyList(administration.all().stream().map(CompanyAnswer::of).toList());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "get", summary = "One of your companies")
    public CompanyAnswer get(@PathParam("id") UUID id) {
        return administration.find(id).map(CompanyAnswer::of).orElseThrow(() -> ProblemException.of(Kind.NOT_FOUND,
                "company.not-found", TEXTS.text("company.not-found", id.toString())));
    }

    @POST
    @Operation(operationId = "add", summary = "Add a company")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CompanyAnswer.class)))
    public Response add(CompanyBody body) {
        CompanyAnswer added = CompanyAnswer.of(administration.add(sent(body).details()));
        return Response.created(URI.create(added.id().toString())).entity(added).build();
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "change", summary = "Change what is known of a company",
            description = "If-Match is the ETag of the company as it was read")
    public CompanyAnswer change(@PathParam("id") UUID id, @HeaderParam("If-Match") @Parameter(schema = @Schema(type = "string"))
            ExpectedVersion expected, CompanyBody body) {
        return CompanyAnswer.of(administration.change(id, expected, sent(body).details()));
    }

    @POST
    @Path("/{id}/close")
    @Operation(operationId = "close", summary = "Close a company: nobody can work in it any more, and its records stay",
            description = "If-Match is the ETag of the company as it was read")
    public CompanyAnswer close(@PathParam("id") UUID id, @HeaderParam("If-Match") @Parameter(schema = @Schema(type = "string"))
            ExpectedVersion expected) {
        return CompanyAnswer.of(administration.close(id, expected));
    }

    @POST
    @Path("/{id}/reopen")
    @Operation(operationId = "reopen", summary = "Open a company again that was closed",
            description = "If-Match is the ETag of the company as it was read")
    public CompanyAnswer reopen(@PathParam("id") UUID id, @HeaderParam("If-Match") @Parameter(schema = @Schema(type = "string"))
            ExpectedVersion expected) {
        return CompanyAnswer.of(administration.reopen(id, expected));
    }

    private static CompanyBody sent(CompanyBody body) {
        return Optional.ofNullable(body).orElseThrow(() -> ProblemException.of(Kind.UNREADABLE, "company.unreadable",
                TEXTS.text("company.unreadable")));
    }
}
