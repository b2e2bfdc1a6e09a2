package org.zaledje.platform.procedure.internal;

import static org.zaledje.platform.procedure.internal.ProcedureTexts.TEXTS;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.TypedQuery;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.people.Colleagues;
import org.zaledje.platform.persistence.CompanyData;
import org.zaledje.platform.persistence.CompanyRows;
import org.zaledje.platform.persistence.KeysetList;
import org.zaledje.platform.persistence.Stored;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.procedure.Candidate;
import org.zaledje.platform.procedure.Decision;
import org.zaledje.platform.procedure.Step;
import org.zaledje.platform.procedure.Task;
import org.zaledje.platform.procedure.Tasks;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;

/** Tasks in the database. */
@Component
public final class StoredTasks implements Tasks {

    private static final KeysetList<TaskRow> LIST = KeysetList.of(TaskRow.class, INBOX)
            .held("dueAt", "dueAt", Stored.TIMESTAMP)
            .held("createdAt", "createdAt", Stored.TIMESTAMP);

    private final CompanyData data;
    private final Callers callers;
    private final Runs runs;
    private final Identities identities;
    private final Types types;
    private final Colleagues colleagues;
    private final AuditTrail audit;
    private final InboxSignals signals;

    @Activate
    public StoredTasks(@Reference(target = "(osgi.unit.name=procedure)") CompanyData data, @Reference Callers callers,
            @Reference Runs runs, @Reference Identities identities, @Reference Types types, @Reference Colleagues colleagues,
            @Reference AuditTrail audit, @Reference InboxSignals signals) {
        this.data = data;
        this.callers = callers;
        this.runs = runs;
        this.identities = identities;
        this.types = types;
        this.colleagues = colleagues;
        this.audit = audit;
        this.signals = signals;
    }

    @Override
    public Page<Task> inbox(ListQuery query) {
        Caller caller = callers.require(WORK);
        return data.in(rows -> {
            List<Identity> who = identities.of(caller, rows);
            return LIST.page(rows, query, (none, parameter) -> mine(who, parameter)).map(row -> row.task(types));
        });
    }

    @Override
    public Count count() {
        Caller caller = callers.require(WORK);
        return data.in(rows -> {
            List<Identity> who = identities.of(caller, rows);
            return new Count(count(rows, who, ""), count(rows, who, " and r.dueAt < :now"));
        });
    }

    private int count(CompanyRows rows, List<Identity> who, String only) {
        Map<String, Object> parameters = new HashMap<>();
        String condition = mine(who, value -> {
            String name = "p" + parameters.size();
            parameters.put(name, value);
            return ":" + name;
        });
        TypedQuery<UUID> query = rows.query("select r.id from TaskRow r where " + condition + only, UUID.class);
        parameters.forEach(query::setParameter);
        if (!only.isEmpty()) {
            query.setParameter("now", Timestamp.from(runs.now()));
        }
        return query.setMaxResults(COUNT_MAX).getResultList().size();
    }

    /** Open tasks of these people: their own, and those of a group that nobody has taken and they are not barred from. */
    private static String mine(List<Identity> who, Function<Object, String> parameter) {
        String open = "r.state = " + parameter.apply(TaskRow.State.OPEN);
        String self = who.get(0).user();
        return open + who.stream().map(identity -> "(r.assignee = " + parameter.apply(identity.user())
                + " or r.assignee is null and r.id in (select c.key.task from CandidateRow c where c.key.candidate in "
                + parameter.apply(List.copyOf(identity.candidates()))
                + (identity.everything() ? " or c.key.candidate like '" + Candidate.Kind.PERMISSION + ":%'" : "")
                + ") and r.id not in (select b.key.task from BarredRow b where b.key.person in "
                + parameter.apply(List.of(self, identity.user())) + "))")
                .collect(Collectors.joining(" or ", " and (", ")"));
    }

    @Override
    public Optional<Task> find(UUID task) {
        Caller caller = callers.require(WORK);
        return data.in(rows -> rows.find(TaskRow.class, task).filter(TaskRow::isOpen)
                .filter(row -> actor(rows, row, caller).actor().isPresent()).map(row -> row.task(types)));
    }

    @Override
    public Task claim(UUID task) {
        Caller caller = callers.require(WORK);
        return data.in(rows -> {
            TaskRow row = locked(rows, task);
            Actor actor = actor(rows, row, caller).orElseThrow(problem -> problem);
            row.assign(Optional.of(actor.user()));
            return changed(rows, row, "procedures.task.claim", Map.of("assignee", actor.user()));
        });
    }

    @Override
    public Task release(UUID task) {
        Caller caller = callers.require(WORK);
        return data.in(rows -> {
            TaskRow row = locked(rows, task);
            actor(rows, row, caller).orElseThrow(problem -> problem);
            row.assign(Optional.empty());
            return changed(rows, row, "procedures.task.release", Map.of());
        });
    }

    @Override
    public Task delegate(UUID task, String user) {
        Caller caller = callers.require(WORK);
        return data.in(rows -> {
            TaskRow row = locked(rows, task);
            actor(rows, row, caller).orElseThrow(problem -> problem);
            String colleague = colleagues.find(user).orElseThrow(() -> invalid("task.colleague-unknown", "/user", user)).name();
            if (isBarred(rows, row, new Actor(colleague, Optional.empty()))) {
                throw othersMust(colleague);
            }
            row.assign(Optional.of(colleague));
            return changed(rows, row, "procedures.task.delegate", Map.of("assignee", colleague));
        });
    }

    private Task changed(CompanyRows rows, TaskRow row, String action, Map<String, String> fields) {
        rows.write();
        Map<String, String> all = new HashMap<>(fields);
        all.put("step", row.step());
        audit.record(Change.created(row.record(), action, all));
        signals.changed(rows.company().id());
        return row.task(types);
    }

    private static TaskRow locked(CompanyRows rows, UUID task) {
        return Runs.lockOpen(rows, task).orElseThrow(() -> notFound(task)).task();
    }

    @Override
    public void decide(UUID task, Decision decision, String comment) {
        decideAll(List.of(task), decision, comment).get(0).problem().ifPresent(problem -> {
            throw problem;
        });
    }

    @Override
    public List<Outcome> decideAll(List<UUID> tasks, Decision decision, String comment) {
        Caller caller = callers.require(WORK);
        if (tasks.isEmpty() || tasks.size() > AT_ONCE_MAX) {
            throw invalid("task.at-once", "/tasks", AT_ONCE_MAX);
        }
        // Always in the order of the runs, so that two who decide the same tasks do not wait for each other in a circle.
        return data.in(rows -> {
            Map<UUID, Outcome> outcomes = new HashMap<>();
            tasks.stream().distinct().sorted(Comparator.comparing(task -> rows.find(TaskRow.class, task).map(TaskRow::run).orElse(task)))
                    .forEach(task -> outcomes.put(task, new Outcome(task, attempt(rows, task, decision, comment, caller))));
            return tasks.stream().map(outcomes::get).toList();
        });
    }

    /** Decides, or tells what is in the way before anything was changed. */
    private Optional<ProblemException> attempt(CompanyRows rows, UUID id, Decision decision, String comment, Caller caller) {
        Optional<Runs.Locked> locked = Runs.lockOpen(rows, id);
        if (locked.isEmpty()) {
            return Optional.of(notFound(id));
        }
        TaskRow task = locked.get().task();
        Allowed allowed = actor(rows, task, caller);
        if (allowed.actor().isEmpty()) {
            return allowed.problem();
        }
        List<Violation> violations = violations(task, decision, comment);
        if (!violations.isEmpty()) {
            return Optional.of(ProblemException.rulesBroken("task.invalid", TEXTS.text("task.invalid"), violations));
        }
        Actor actor = allowed.actor().get();
        Map<String, String> fields = new HashMap<>(Map.of("step", task.step()));
        actor.inPlaceOf().ifPresent(other -> fields.put("inPlaceOf", other));
        if (!comment.isBlank()) {
            fields.put("comment", comment);
        }
        runs.decide(rows, locked.get().run(), task, decision, actor, comment);
        audit.record(Change.created(task.record(),
                "procedures.task." + decision.name().toLowerCase(Locale.ROOT), fields));
        return Optional.empty();
    }

    private static List<Violation> violations(TaskRow task, Decision decision, String comment) {
        List<Violation> violations = new ArrayList<>();
        if (task.step().equals(Step.STARTER)) {
            violations.add(violation("task.mend-record", "/decision"));
        } else if ((decision == Decision.DONE) != (task.kind() == Step.Kind.WORK)) {
            violations.add(violation("task.decision-unfit", "/decision"));
        }
        if ((decision == Decision.REJECT || decision == Decision.RETURN) && comment.isBlank()) {
            violations.add(violation("task.reason-missing", "/comment"));
        }
        Comments.violation(comment, "/comment").ifPresent(violations::add);
        return violations;
    }

    /** Who acts, or why nobody may. */
    private record Allowed(Optional<Actor> actor, Optional<ProblemException> problem) {

        Actor orElseThrow(Function<ProblemException, ProblemException> problemOf) {
            return actor.orElseThrow(() -> problemOf.apply(problem.orElseThrow()));
        }
    }

    private Allowed actor(CompanyRows rows, TaskRow task, Caller caller) {
        List<Actor> possible = new ArrayList<>();
        boolean candidate = false;
        for (Identity identity : identities.of(caller, rows)) {
            candidate |= task.candidates().stream().anyMatch(identity::is);
            if (identity.mayTake(task)) {
                possible.add(new Actor(caller.name(), Optional.of(identity.user()).filter(user -> !user.equals(caller.name()))));
            }
        }
        Optional<Actor> free = possible.stream().filter(actor -> !isBarred(rows, task, actor)).findFirst();
        if (free.isPresent()) {
            return new Allowed(free, Optional.empty());
        }
        if (!possible.isEmpty()) {
            return new Allowed(Optional.empty(), Optional.of(othersMust(caller.name())));
        }
        return new Allowed(Optional.empty(), Optional.of(candidate && task.assignee().isPresent()
                ? ProblemException.of(Kind.CONFLICT, "task.taken", TEXTS.text("task.taken", task.assignee().get()))
                        .with("assignee", task.assignee().get())
                : notFound(task.id())));
    }

    private static boolean isBarred(CompanyRows rows, TaskRow task, Actor actor) {
        return actor.people().stream().anyMatch(person -> rows.find(BarredRow.class, new BarredKey(task.id(), person)).isPresent());
    }

    private static ProblemException othersMust(String person) {
        return ProblemException.of(Kind.FORBIDDEN, "security.separation-of-duties", TEXTS.text("task.others-must", person));
    }

    private static ProblemException notFound(UUID task) {
        return ProblemException.of(Kind.NOT_FOUND, "task.not-found", TEXTS.text("task.not-found", task.toString()));
    }

    private static ProblemException invalid(String rule, String location, Object... arguments) {
        return ProblemException.rulesBroken("task.invalid", TEXTS.text("task.invalid"),
                List.of(violation(rule, location, arguments)));
    }

    private static Violation violation(String rule, String location, Object... arguments) {
        return Violation.error(rule, TEXTS.text(rule, arguments), location);
    }
}
