package org.zaledje.platform.web.internal.jobs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
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
import org.zaledje.platform.job.JobInfo;
import org.zaledje.platform.job.JobRunInfo;
import org.zaledje.platform.job.Jobs;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.web.internal.problem.Languages;
import org.zaledje.platform.web.internal.problem.Problem;

/** Background jobs, for programs. */
@Component(service = RestResource.class, property = BackOfficeFunction.FUNCTION + "=jobs")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class JobsResource implements RestResource {

    private final Jobs jobs;

    @Activate
    public JobsResource(@Reference Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public Map<String, ListSchema> lists() {
        return Map.of("history", Jobs.RUNS);
    }

    /** A job of this node. */
    @Schema(name = "Job")
    public record JobEntry(String id, String title, String schedule, Optional<Instant> next, Optional<RunEntry> current,
            Optional<RunEntry> last) {
        static JobEntry of(JobInfo job, Locale language) {
            return new JobEntry(job.id(), job.title().in(language), job.schedule().toString(), job.next(),
                    job.current().map(RunEntry::of), job.last().map(RunEntry::of));
        }
    }

    /** A run of a job. */
    @Schema(name = "Run")
    public record RunEntry(UUID id, String job,
            @Schema(allowableValues = {"QUEUED", "RUNNING", "SUCCEEDED", "FAILED", "CANCELLED", "INTERRUPTED"}) String state,
            @Schema(allowableValues = {"SCHEDULE", "HAND", "RESTART"}) String trigger, String startedBy,
            Map<String, String> parameters, Instant queuedAt, Optional<Instant> startedAt, Optional<Instant> endedAt,
            Optional<String> node, long done, @Schema(description = "0 when it is not known") long total, String message) {
        static RunEntry of(JobRunInfo run) {
            return new RunEntry(run.id(), run.job(), run.state().name(), run.trigger().name(), run.startedBy(),
                    run.parameters(), run.queuedAt(), run.startedAt(), run.endedAt(), run.node(), run.done(), run.total(),
                    run.message());
        }
    }

    /** All jobs. */
    @Schema(name = "JobList")
    public record JobList(List<JobEntry> items) {
    }

    /** A page of runs, latest first. */
    @Schema(name = "RunPage")
    public record RunPage(List<RunEntry> items, Optional<String> next) {
    }

    /** What a run is started with. */
    @Schema(name = "RunRequest")
    public record RunRequest(Map<String, String> parameters) {
    }

    /** The log of a run. */
    @Schema(name = "RunLog")
    public record RunLog(List<String> lines) {
    }

    @GET
    @Operation(operationId = "list", summary = "The jobs of this installation")
    public JobList list(@Parameter(hidden = true) @Context HttpServletRequest request) {
        Locale language = Languages.of(request);
        return new JobList(jobs.list().stream().map(job -> JobEntry.of(job, language)).toList());
    }

    @GET
    @Path("/{job}/runs")
    @Operation(operationId = "history", summary = "The runs of a job, latest first")
    public RunPage history(@PathParam("job") String job, @Context UriInfo request) {
        Page<RunEntry> page = jobs.history(job, Jobs.RUNS.read(request.getQueryParameters())).map(RunEntry::of);
        return new RunPage(page.items(), page.next());
    }

    @POST
    @Path("/{job}/runs")
    @Operation(operationId = "start", summary = "Starts a job as the caller; the answer is the run to watch")
    @ApiResponse(responseCode = "201", description = "The run, which waits for a free thread",
            content = @Content(schema = @Schema(implementation = RunEntry.class)))
    public Response start(@PathParam("job") String job, RunRequest request) {
        Map<String, String> parameters =
                Optional.ofNullable(request).map(RunRequest::parameters).orElse(Map.of());
        UUID run = jobs.start(job, parameters);
        return Response.created(URI.create("runs/" + run)).entity(run(run)).build();
    }

    @GET
    @Path("/runs/{run}")
    @Operation(operationId = "run", summary = "A run, with how far it has come")
    public RunEntry run(@PathParam("run") UUID run) {
        return RunEntry.of(jobs.run(run).orElseThrow(() -> unknown(run)));
    }

    @GET
    @Path("/runs/{run}/log")
    @Operation(operationId = "log", summary = "What a run has noted")
    public RunLog log(@PathParam("run") UUID run) {
        run(run);
        return new RunLog(jobs.log(run));
    }

    @POST
    @Path("/runs/{run}/cancel")
    @Operation(operationId = "cancel", summary = "Asks a run to stop")
    @ApiResponse(responseCode = "202", description = "The run, which stops when its job looks up",
            content = @Content(schema = @Schema(implementation = RunEntry.class)))
    public Response cancel(@PathParam("run") UUID run) {
        jobs.cancel(run);
        return Response.accepted(run(run)).build();
    }

    private static RuntimeException unknown(UUID run) {
        return Problem.exception(Kind.NOT_FOUND, "jobs.run.unknown", run.toString());
    }
}
