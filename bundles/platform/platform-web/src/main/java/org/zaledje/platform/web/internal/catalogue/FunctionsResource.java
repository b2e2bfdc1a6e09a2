package org.zaledje.platform.web.internal.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.function.Deployment;
import org.zaledje.platform.function.FunctionCatalogue;
import org.zaledje.platform.function.FunctionDeployer;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.web.internal.problem.Languages;
import org.zaledje.platform.web.internal.problem.Problem;

/** What is installed, for programs. The platform offers it the way a function offers its resources. */
@Component(service = RestResource.class, property = BackOfficeFunction.FUNCTION + "=functions")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class FunctionsResource implements RestResource {

    private final FunctionCatalogue catalogue;
    private final FunctionDeployer deployer;

    @Activate
    public FunctionsResource(@Reference FunctionCatalogue catalogue, @Reference FunctionDeployer deployer) {
        this.catalogue = catalogue;
        this.deployer = deployer;
    }

    @GET
    @Operation(operationId = "list", summary = "The functions that are running, and the archives in the deploy folder")
    public FunctionList list(@Parameter(hidden = true) @Context HttpServletRequest request) {
        Locale language = Languages.of(request);
        return new FunctionList(
                catalogue.installed().stream().map(function -> FunctionEntry.of(function, language)).toList(),
                deployer.deployments().stream().map(deployment -> DeploymentEntry.of(deployment, deployer, language)).toList());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "get", summary = "One function that is running")
    public FunctionEntry get(
            @PathParam("id") String id, @Parameter(hidden = true) @Context HttpServletRequest request) {
        return catalogue.find(id).map(function -> FunctionEntry.of(function, Languages.of(request)))
                .orElseThrow(() -> Problem.exception(Kind.NOT_FOUND, "function.not-installed", id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(operationId = "upload", summary = "Installs the function in an archive, or updates it to the version there",
            description = "Answers when the function serves. What can't be read is not kept; while an update is made, and"
                    + " when it fails, the version before serves.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = DeploymentEntry.class)))
    public Response upload(
            @Parameter(description = "Name of the archive's file, ending in .kar", example = "acme-fleet-1.1.0.kar",
                    required = true) @QueryParam("file") String file,
            @Parameter(hidden = true) @Context HttpServletRequest request, InputStream archive) {
        Deployment deployment = deployer.install(Optional.ofNullable(file).orElse(""), archive);
        return Response.created(URI.create("../functions"))
                .entity(served(deployment, Languages.of(request))).build();
    }

    /** What became of an archive, unless it does not serve. */
    private DeploymentEntry served(Deployment deployment, Locale language) {
        if (deployment.state() == Deployment.State.FAILED) {
            throw ProblemException.of(Kind.RULES_BROKEN, "function.failed", deployment.problem().orElseThrow());
        }
        return DeploymentEntry.of(deployment, deployer, language);
    }

    @POST
    @Path("/{id}/rollback")
    @Operation(operationId = "rollback", summary = "Puts the version that served before back in place")
    public DeploymentEntry rollback(
            @PathParam("id") String id, @Parameter(hidden = true) @Context HttpServletRequest request) {
        return served(deployer.rollback(id), Languages.of(request));
    }

    @POST
    @Path("/{id}/start")
    @Operation(operationId = "start", summary = "Starts a function that was stopped")
    public DeploymentEntry start(
            @PathParam("id") String id, @Parameter(hidden = true) @Context HttpServletRequest request) {
        return served(deployer.start(id), Languages.of(request));
    }

    @POST
    @Path("/{id}/stop")
    @Operation(operationId = "stop", summary = "Stops a function; its data stays")
    public void stop(@PathParam("id") String id) {
        deployer.stop(id);
    }

    @POST
    @Path("/{id}/install")
    @Operation(operationId = "install", summary = "Installs a function that comes with the distribution")
    public DeploymentEntry install(
            @PathParam("id") String id, @Parameter(hidden = true) @Context HttpServletRequest request) {
        return served(deployer.install(id), Languages.of(request));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "remove", summary = "Removes a function; its data stays")
    public void remove(@PathParam("id") String id) {
        deployer.uninstall(id);
    }
}
