package org.zaledje.platform.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListField;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;

/**
 * The jobs of this node and what became of their runs. Thread-safe. Where a permission is asked for and the caller has
 * none: a ProblemException UNAUTHENTICATED or FORBIDDEN. Who has started a run may always look at it and cancel it.
 */
@ProviderType
public interface Jobs {

    /** Permission to see all jobs and runs. */
    String VIEW = "administration.jobs.read";

    /** Permission to start jobs by hand (those that don't ask for another one), and to cancel any run. */
    String RUN = "administration.jobs.run";

    /** Most parameters of a run. */
    int PARAMETERS_MAX = 20;

    /** Longest name or value of a parameter, in characters. */
    int PARAMETER_LENGTH_MAX = 500;

    /** What can be asked of the list of runs. */
    ListSchema RUNS = ListSchema.of("jobs.runs", "-id")
            .with(ListField.choice("state", RunState.class))
            .with(ListField.choice("trigger", JobRunInfo.Trigger.class))
            .with(ListField.of("startedBy", FieldType.TEXT).equal().sorted())
            .with(ListField.of("queuedAt", FieldType.MOMENT).range().sorted())
            .with(ListField.of("startedAt", FieldType.MOMENT).range().sorted().orNone())
            .with(ListField.of("endedAt", FieldType.MOMENT).range().sorted().orNone())
            .with(ListField.of("node", FieldType.TEXT).equal().sorted().orNone())
            .with(ListField.of("message", FieldType.TEXT).contains());

    /** All jobs, by id. Needs {@link #VIEW}. */
    List<JobInfo> list();

    /** One job. Needs {@link #VIEW}. */
    Optional<JobInfo> find(String job);

    /**
     * Has a job run as the current caller, in their company, as soon as a node has a free thread. Audited. In a
     * transaction it starts if and only if that commits. Needs the job's {@link Job#permission()}.
     *
     * @param parameters at most {@value #PARAMETERS_MAX}; names and values of at most {@value #PARAMETER_LENGTH_MAX} characters
     * @return the run
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND {@code jobs.job.unknown}; CONFLICT
     *         {@code jobs.run.under-way} with the member {@code run}, when the job waits or runs already; RULES_BROKEN
     *         {@code jobs.run.parameters}
     */
    UUID start(String job, Map<String, String> parameters);

    /**
     * Asks a run to stop. One that waits ends at once; one that is under way when its job looks up; for one that has
     * ended nothing happens. Audited. Needs {@link #RUN} for others' runs.
     *
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND {@code jobs.run.unknown}
     */
    void cancel(UUID run);

    /** A run, for who has started it or may {@link #VIEW}; else empty. */
    Optional<JobRunInfo> run(UUID run);

    /** The runs of a job that is or was there, latest first. Runs are kept for 90 days, and 1,000 of a job. Needs {@link #VIEW}. */
    default Page<JobRunInfo> history(String job, PageRequest request) {
        return history(job, ListQuery.of(request));
    }

    /**
     * The runs of a job that is or was there, as they are asked for. Needs {@link #VIEW}.
     *
     * @param query what {@link #RUNS} allows
     */
    Page<JobRunInfo> history(String job, ListQuery query);

    /** The log of a run, in order; empty when there is none. For who has started it or may {@link #VIEW}. */
    List<String> log(UUID run);
}
