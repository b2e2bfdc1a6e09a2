package org.zaledje.platform.service.internal.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zaledje.platform.job.JobRunInfo.Trigger;
import org.zaledje.platform.job.JobRunInfo;
import org.zaledje.platform.job.JobStoppedException;
import org.zaledje.platform.job.Jobs;
import org.zaledje.platform.job.RunState;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.persistence.SqlList;
import org.zaledje.platform.persistence.Stored;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.transaction.Transactions;

/*
 * How is a job kept to one run on one node?
 *
 * A job's row holds its lease: the run, the boot of the node that holds it, and an epoch that grows whenever the job
 * changes hands. Every step is an update that names what it expects to find, so of two nodes that try, one changes a row
 * and the other none. What a run writes is fenced: its transaction locks the job's row, provided that run and epoch are
 * still its own, so that nobody can take the job over until it ends, and it can't end well after somebody has.
 */
/** The jobs and their runs in the platform's tables. */
final class JobTable {

    private static final int JOBS_MAX = 10_000;
    private static final String RUN = "select id, job_id, state, cause, attempt, started_by, caller, parameters, queued_at, "
            + "started_at, ended_at, node, done_units, total_units, message, cancel_requested from sys_job_run";
    private static final SqlList<JobRunInfo> HISTORY = SqlList.of(Jobs.RUNS, "r.*", "sys_job_run r", JobTable::info)
            .held("trigger", "r.cause", Stored.TEXT);

    private final Sql sql;
    private final Transactions transactions;
    private volatile Boolean postgresql;

    JobTable(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** Makes the job's row, or sets the next time anew when its schedule is another one. In a transaction of its own. */
    void register(Offer offer, Instant now) {
        Optional<String> known = sql.first("select schedule from sys_job where id = ?", row -> row.getString(1), offer.id());
        Optional<Instant> next = offer.times().after(now);
        if (known.isEmpty()) {
            try {
                transactions.requiresNew(() -> sql.update("insert into sys_job (id, schedule, next_at, epoch) "
                        + "values (?, ?, cast(? as timestamp with time zone), 0)", offer.id(), offer.scheduleText(), next));
            } catch (RuntimeException e) {
                if (!Sql.isUniqueViolation(e)) {
                    throw e;
                }
            }
        } else if (!known.get().equals(offer.scheduleText())) {
            transactions.requiresNew(() -> sql.update("update sys_job set schedule = ?, "
                    + "next_at = cast(? as timestamp with time zone) where id = ?", offer.scheduleText(), next, offer.id()));
        }
    }

    List<JobRow> rows() {
        return sql.list("select " + JobRow.COLUMNS + " from sys_job order by id fetch first " + JOBS_MAX + " rows only",
                JobRow::read);
    }

    Optional<JobRow> row(String job) {
        return sql.first("select " + JobRow.COLUMNS + " from sys_job where id = ?", JobRow::read, job);
    }

    /** Queues the run of a time that has come, and sets the next time; no when another node has. */
    boolean queueDue(JobRow row, NewRun run, Optional<Instant> next) {
        return transactions.required(() -> {
            boolean ours = sql.update("update sys_job set run_id = ?, next_at = cast(? as timestamp with time zone) "
                    + "where id = ? and run_id is null and next_at = ?", run.id(), next, row.id(), row.nextAt()) == 1;
            if (ours) {
                insert(run);
            }
            return ours;
        });
    }

    /** Queues a run; no when the job has one already. In the caller's transaction. */
    boolean queue(NewRun run) {
        return transactions.required(() -> {
            boolean free =
                    sql.update("update sys_job set run_id = ? where id = ? and run_id is null", run.id(), run.job()) == 1;
            if (free) {
                insert(run);
            }
            return free;
        });
    }

    private void insert(NewRun run) {
        sql.update("insert into sys_job_run (id, job_id, state, cause, attempt, started_by, caller, parameters, queued_at, "
                        + "done_units, total_units, message, cancel_requested) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, '', false)",
                run.id(), run.job(), RunState.QUEUED.name(), run.trigger().name(), run.attempt(), run.startedBy(),
                run.caller(), run.parameters(), run.queuedAt());
    }

    /** Takes a run that waits; empty when another node has taken it. */
    Optional<NewRun> claim(String job, UUID run, long epoch, UUID boot, String node, Instant now) {
        return transactions.required(() -> {
            if (sql.update("update sys_job set holder = ?, epoch = epoch + 1 "
                    + "where id = ? and run_id = ? and holder is null and epoch = ?", boot, job, run, epoch) == 0) {
                return Optional.empty();
            }
            sql.update("update sys_job_run set state = ?, started_at = ?, node = ? where id = ?",
                    RunState.RUNNING.name(), now, node, run);
            return newRun(run);
        });
    }

    /** Ends the run of a holder that is dead, and queues it again when {@code again} says so; no when that is not to be done now. */
    boolean takeOver(JobRow row, Optional<NewRun> again, Instant now) {
        return transactions.required(() -> {
            boolean ours = sql.first("select 1 from sys_job where id = ? and holder = ? and epoch = ? for update skip locked",
                    found -> 1, row.id(), row.holder(), row.epoch()).isPresent();
            if (ours) {
                sql.update("update sys_job set run_id = cast(? as uuid), holder = null, epoch = epoch + 1, last_run_id = run_id "
                        + "where id = ?", again.map(NewRun::id), row.id());
                sql.update("update sys_job_run set state = ?, ended_at = ? where id = ?",
                        RunState.INTERRUPTED.name(), now, row.run());
                again.ifPresent(this::insert);
            }
            return ours;
        });
    }

    /** Ends a run that this node holds; no when it has lost it. */
    boolean finish(LiveRun run, Outcome outcome, Optional<NewRun> again, Instant now) {
        return transactions.required(() -> {
            boolean held = sql.update("update sys_job set run_id = cast(? as uuid), holder = null, last_run_id = run_id "
                    + "where id = ? and run_id = ? and epoch = ?", again.map(NewRun::id), run.job(), run.id(), run.epoch()) == 1;
            if (held) {
                saveProgress(run);
                sql.update("update sys_job_run set state = ?, ended_at = ? where id = ?", outcome.state().name(), now, run.id());
                outcome.message().ifPresent(
                        message -> sql.update("update sys_job_run set message = ? where id = ?", message, run.id()));
                again.ifPresent(this::insert);
            }
            return held;
        });
    }

    /** Writes what the run has told since the last time. */
    void saveProgress(LiveRun run) {
        LiveRun.News news = run.takeNews();
        try {
            transactions.required(() -> {
                news.progress().ifPresent(progress -> sql.update(
                        "update sys_job_run set done_units = ?, total_units = ?, message = ? where id = ?",
                        progress.done(), progress.total(), progress.message(), run.id()));
                int number = news.firstLine();
                for (String line : news.lines()) {
                    sql.update("insert into sys_job_log (run_id, line_no, line) values (?, ?, ?)", run.id(), number++, line);
                }
                return number;
            });
        } catch (RuntimeException e) {
            run.giveBack(news);
            throw e;
        }
    }

    /** Whether the run is to stop; nothing when it still holds its job and nobody wants it cancelled. */
    boolean holds(String job, UUID run, long epoch) {
        return sql.first("select 1 from sys_job where id = ? and run_id = ? and epoch = ?", row -> 1, job, run, epoch).isPresent();
    }

    boolean cancelRequested(UUID run) {
        return sql.first("select cancel_requested from sys_job_run where id = ?", row -> row.getBoolean(1), run).orElse(true);
    }

    /**
     * Makes sure, in this thread's transaction, that nobody takes the job over before it ends. A node that is frozen
     * while it has the lock would keep it for ever; PostgreSQL therefore ends its transaction after {@code idleMax} ms.
     */
    void fence(String job, UUID run, long epoch, long idleMax) {
        limitIdleTime(idleMax);
        if (sql.first("select 1 from sys_job where id = ? and run_id = ? and epoch = ? for update", row -> 1, job, run, epoch)
                .isEmpty()) {
            throw new JobStoppedException("another node has taken over " + job);
        }
    }

    void limitIdleTime(long idleMax) {
        if (postgresql == null) {
            postgresql = sql.isPostgresql();
        }
        if (postgresql) {
            sql.update("set local idle_in_transaction_session_timeout = " + idleMax);
        }
    }

    /** Ends a run that waits. */
    boolean cancelQueued(UUID run, Instant now) {
        return transactions.required(() -> {
            boolean waited = sql.update("update sys_job set run_id = null, last_run_id = run_id where run_id = ? and holder is null",
                    run) == 1;
            if (waited) {
                sql.update("update sys_job_run set state = ?, ended_at = ?, cancel_requested = true where id = ?",
                        RunState.CANCELLED.name(), now, run);
            }
            return waited;
        });
    }

    void requestCancel(UUID run) {
        transactions.required(() -> sql.update(
                "update sys_job_run set cancel_requested = true where id = ? and state = ?", run, RunState.RUNNING.name()));
    }

    Optional<NewRun> newRun(UUID run) {
        return sql.first(RUN + " where id = ?", row -> new NewRun(run, row.getString("job_id"),
                Trigger.valueOf(row.getString("cause")), row.getInt("attempt"), row.getString("started_by"),
                row.getString("caller"), row.getString("parameters"), Sql.moment(row, "queued_at").orElseThrow()), run);
    }

    Optional<JobRunInfo> run(UUID run) {
        return sql.first(RUN + " where id = ?", JobTable::info, run);
    }

    /** The runs that wait, are under way or were the last of their job. */
    List<JobRunInfo> latestRuns() {
        return sql.list(RUN + " where id in (select run_id from sys_job where run_id is not null) "
                + "or id in (select last_run_id from sys_job where last_run_id is not null)", JobTable::info);
    }

    Page<JobRunInfo> history(String job, ListQuery query) {
        return sql.page(HISTORY, query, Map.of("r.job_id", job));
    }

    List<String> log(UUID run) {
        return sql.list("select line from sys_job_log where run_id = ? order by line_no", row -> row.getString(1), run);
    }

    /** Removes runs that ended before a moment, and all but the latest {@code keep} of a job. */
    int removeHistory(String job, Instant before, int keep) {
        Optional<UUID> last = sql.first("select id from sys_job_run where job_id = ? order by id desc offset " + keep
                + " rows fetch first 1 row only", row -> row.getObject(1, UUID.class), job);
        return transactions.required(() -> sql.update(
                        "delete from sys_job_run where job_id = ? and ended_at is not null and ended_at < ?", job, before)
                + (last.isEmpty() ? 0 : sql.update(
                        "delete from sys_job_run where job_id = ? and ended_at is not null and id <= ?", job, last)));
    }

    private static JobRunInfo info(ResultSet row) throws SQLException {
        return new JobRunInfo(row.getObject("id", UUID.class), row.getString("job_id"),
                RunState.valueOf(row.getString("state")), Trigger.valueOf(row.getString("cause")),
                row.getString("started_by"), Encoded.parameters(row.getString("parameters")),
                Sql.moment(row, "queued_at").orElseThrow(), Sql.moment(row, "started_at"), Sql.moment(row, "ended_at"),
                Optional.ofNullable(row.getString("node")), row.getLong("done_units"), row.getLong("total_units"),
                row.getString("message"));
    }
}
