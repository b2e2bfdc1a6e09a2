package org.zaledje.platform.procedure.internal.tasks;

import static org.zaledje.platform.procedure.internal.ProcedureTexts.TEXTS;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
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
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.procedure.Decision;
import org.zaledje.platform.procedure.DecisionRecord;
import org.zaledje.platform.procedure.Task;
import org.zaledje.platform.procedure.Tasks;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;

/** The caller's tasks over REST. */
@Component(service = RestResource.class, property = BackOfficeFunction.FUNCTION + "=tasks")
@Path("/")
@Tag(name = "Tasks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TaskResource implements RestResource {

    private final Tasks tasks;
    private final Callers callers;

    @Activate
    public TaskResource(@Reference Tasks tasks, @Reference Callers callers) {
        this.tasks = tasks;
        this.callers = callers;
    }

    @Override
    public Map<String, ListSchema> lists() {
        return Map.of("inbox", Tasks.INBOX);
    }

    /** A page of tasks. */
    public record TaskList(List<TaskAnswer> items, @Schema(type = "string") Optional<String> next) {
    }

    /** A decision about one task. */
    public record DecisionBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "APPROVE") Decision decision,
            @Schema(maxLength = DecisionRecord.COMMENT_LENGTH_MAX, example = "As agreed.",
                    description = "Needed to reject and to return") String comment) {
    }

    /** A decision about several tasks. */
    public record DecisionsBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "[\"0190a1b2-c3d4-7000-8000-000000000001\"]",
                    description = "1 to " + Tasks.AT_ONCE_MAX) List<UUID> tasks,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "APPROVE") Decision decision,
            @Schema(maxLength = DecisionRecord.COMMENT_LENGTH_MAX, example = "As agreed.") String comment) {
    }

    /** What became of one of several tasks. */
    @Schema(name = "TaskOutcome")
    public record OutcomeAnswer(UUID task, boolean decided,
            @Schema(type = "string", description = "Code of what was in the way") Optional<String> code,
            @Schema(type = "string", description = "The same in words") Optional<String> detail) {
    }

    /** What became of several tasks. */
    public record OutcomeList(List<OutcomeAnswer> items) {
    }

    /** Who is to do it. */
    public record DelegationBody(@Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "admin",
            description = "login name of a colleague") String user) {
    }

    @GET
    @Operation(operationId = "inbox", summary = "The caller's open tasks; what is due first comes first")
    public TaskList inbox(@Context UriInfo request) {
        Page<TaskAnswer> page = tasks.inbox(Tasks.INBOX.read(request.getQueryParameters()))
                .map(task -> TaskAnswer.of(task, callers.current()));
        return new TaskList(page.items(), page.next());
    }

    @GET
    @Path("count")
    @Operation(operationId = "count", summary = "How many tasks the caller has; counts to " + Tasks.COUNT_MAX)
    public Tasks.Count count() {
        return tasks.count();
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "find", summary = "One of the caller's open tasks")
    public TaskAnswer find(@PathParam("id") UUID id) {
        return tasks.find(id).map(this::answer).orElseThrow(() ->
                ProblemException.of(Kind.NOT_FOUND, "task.not-found", TEXTS.text("task.not-found", id.toString())));
    }

    @POST
    @Path("{id}/claim")
    @Operation(operationId = "claim", summary = "Take a task, so that it is nobody else's")
    public TaskAnswer claim(@PathParam("id") UUID id) {
        return answer(tasks.claim(id));
    }

    @POST
    @Path("{id}/release")
    @Operation(operationId = "release", summary = "Give a task back to its candidates")
    public TaskAnswer release(@PathParam("id") UUID id) {
        return answer(tasks.release(id));
    }

    @POST
    @Path("{id}/delegation")
    @Operation(operationId = "delegate", summary = "Give a task to a colleague")
    public void delegate(@PathParam("id") UUID id, DelegationBody body) {
        callers.require(Tasks.WORK);
        tasks.delegate(id, Bodies.member(body, DelegationBody::user, "user"));
    }

    @POST
    @Path("{id}/decision")
    @Operation(operationId = "decide", summary = "Decide a task")
    public void decide(@PathParam("id") UUID id, DecisionBody body) {
        callers.require(Tasks.WORK);
        tasks.decide(id, Bodies.member(body, DecisionBody::decision, "decision"), Bodies.text(body.comment));
    }

    @POST
    @Path("decisions")
    @Operation(operationId = "decideAll", summary = "Decide several tasks, each for itself")
    public OutcomeList decideAll(DecisionsBody body) {
        Caller caller = callers.require(Tasks.WORK);
        List<UUID> ids = Bodies.members(body, DecisionsBody::tasks, "tasks");
        return new OutcomeList(tasks.decideAll(ids, Bodies.member(body, DecisionsBody::decision, "decision"), Bodies.text(body.comment))
                .stream().map(outcome -> new OutcomeAnswer(outcome.task(), outcome.problem().isEmpty(),
                        outcome.problem().map(ProblemException::code),
                        outcome.problem().map(problem -> problem.detail().in(caller.locale())))).toList());
    }

    private TaskAnswer answer(Task task) {
        return TaskAnswer.of(task, callers.current());
    }
}
