package org.zaledje.platform.procedure.internal;

import static org.zaledje.platform.procedure.internal.ProcedureTexts.TEXTS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.persistence.CompanyData;
import org.zaledje.platform.persistence.CompanyRows;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.procedure.Candidate;
import org.zaledje.platform.procedure.Fact;
import org.zaledje.platform.procedure.Procedure;
import org.zaledje.platform.procedure.ProcedurePlan;
import org.zaledje.platform.procedure.ProcedureRun;
import org.zaledje.platform.procedure.ProcedureType;
import org.zaledje.platform.procedure.Procedures;
import org.zaledje.platform.procedure.Tasks;
import org.zaledje.platform.rest.ExpectedVersion;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.text.LocalizedText;

/** Procedures and their runs in the database. */
@Component
public final class StoredProcedures implements Procedures {

    private final CompanyData data;
    private final Callers callers;
    private final Types types;
    private final Runs runs;
    private final Identities identities;
    private final AuditTrail audit;

    @Activate
    public StoredProcedures(@Reference(target = "(osgi.unit.name=procedure)") CompanyData data, @Reference Callers callers,
            @Reference Types types, @Reference Runs runs, @Reference Identities identities, @Reference AuditTrail audit) {
        this.data = data;
        this.callers = callers;
        this.types = types;
        this.runs = runs;
        this.identities = identities;
        this.audit = audit;
    }

    @Override
    public boolean asks(String procedure, Map<String, String> facts) {
        ProcedureType type = type(procedure);
        Map<String, TypedFact> told = told(type, facts);
        return data.in(rows -> !new Course(newest(rows, type).plan(), told).isEmpty());
    }

    @Override
    public ProcedureRun start(String procedure, RecordRef record, String subject, Map<String, String> facts, Set<String> makers) {
        ProcedureType type = type(procedure);
        requireFit(type, record, subject);
        Map<String, TypedFact> told = told(type, facts);
        if (makers.size() > MAKERS_MAX) {
            throw new IllegalArgumentException("too many makers of " + record);
        }
        Caller caller = caller();
        return data.in(rows -> {
            if (underWay(rows, record).isPresent()) {
                throw ProblemException.of(Kind.CONFLICT, "procedure.under-way", TEXTS.text("procedure.under-way"));
            }
            Procedure current = newest(rows, type);
            RunRow run = runs.begin(rows, current, record, subject, told, caller.name(), makers);
            audit.record(Change.created(record, "procedures.run.start",
                    Map.of("procedure", procedure, "version", String.valueOf(current.version()))));
            return Views.of(rows, run);
        });
    }

    @Override
    public ProcedureRun resume(RecordRef record, String subject, Map<String, String> facts) {
        Caller caller = caller();
        return data.in(rows -> {
            RunRow run = underWay(rows, record).flatMap(found -> rows.lock(RunRow.class, found.id()))
                    .orElseThrow(() -> notFound(record.toString()));
            if (run.state() != ProcedureRun.State.RETURNED) {
                throw ProblemException.of(Kind.CONFLICT, "procedure.not-returned", TEXTS.text("procedure.not-returned"));
            }
            ProcedureType type = type(run.procedure());
            requireFit(type, record, subject);
            Actor actor = starter(rows, run, caller);
            runs.again(rows, run, subject, told(type, facts), actor);
            audit.record(Change.created(record, "procedures.run.resume", Map.of("procedure", run.procedure())));
            return Views.of(rows, run);
        });
    }

    private Actor starter(CompanyRows rows, RunRow run, Caller caller) {
        if (caller.name().equals(run.startedBy())) {
            return new Actor(caller.name(), Optional.empty());
        }
        if (caller.may(MANAGE) || identities.substituted(caller.name(), rows).contains(run.startedBy())) {
            return new Actor(caller.name(), Optional.of(run.startedBy()));
        }
        throw ProblemException.of(Kind.FORBIDDEN, "procedure.not-started-by",
                TEXTS.text("procedure.not-started-by", run.startedBy()));
    }

    @Override
    public void withdraw(RecordRef record, String reason) {
        Caller caller = caller();
        Comments.violation(reason, "/reason").ifPresent(violation -> {
            throw ProblemException.rulesBroken("procedure.withdrawal-invalid", TEXTS.text("procedure.withdrawal-invalid"),
                    List.of(violation));
        });
        data.in(rows -> {
            RunRow run = underWay(rows, record).flatMap(found -> rows.lock(RunRow.class, found.id()))
                    .orElseThrow(() -> notFound(record.toString()));
            starter(rows, run, caller);
            runs.end(rows, run, ProcedureRun.State.WITHDRAWN, reason);
            audit.record(Change.created(record, "procedures.run.withdraw", Map.of("reason", reason)));
            return run;
        });
    }

    private ProcedureType type(String procedure) {
        return types.find(procedure).orElseThrow(() -> new IllegalArgumentException("no such procedure: " + procedure));
    }

    private static void requireFit(ProcedureType type, RecordRef record, String subject) {
        if (!type.recordType().equals(record.type()) || subject.isBlank() || subject.length() > ProcedureRun.SUBJECT_LENGTH_MAX) {
            throw new IllegalArgumentException("not a record of " + type.id() + ": " + record + " " + subject);
        }
    }

    private static Map<String, TypedFact> told(ProcedureType type, Map<String, String> facts) {
        Map<String, Fact.Type> known = type.facts().stream().collect(Collectors.toMap(Fact::name, Fact::type));
        Map<String, TypedFact> told = new TreeMap<>();
        facts.forEach((name, value) -> {
            if (!known.containsKey(name) || !known.get(name).reads(value)) {
                throw new IllegalArgumentException(type.id() + " knows no " + name + ", or can't read it: " + value);
            }
            told.put(name, new TypedFact(known.get(name), value));
        });
        return told;
    }

    private static Optional<RunRow> underWay(CompanyRows rows, RecordRef record) {
        return rows.query("select r from RunRow r where r.recordType = :type and r.openMark = :id", RunRow.class)
                .setParameter("type", record.type()).setParameter("id", record.id()).getResultStream().findFirst();
    }

    @Override
    public Optional<ProcedureRun> latest(RecordRef record) {
        return data.in(rows -> latest(rows, record).map(run -> shown(rows, run)));
    }

    @Override
    public Optional<ProcedureRun.State> state(RecordRef record) {
        return data.in(rows -> latest(rows, record).map(RunRow::state));
    }

    private static Optional<RunRow> latest(CompanyRows rows, RecordRef record) {
        return rows.query("select r from RunRow r where r.recordType = :type and r.recordId = :id order by r.id desc", RunRow.class)
                .setParameter("type", record.type()).setParameter("id", record.id()).setMaxResults(1)
                .getResultStream().findFirst();
    }

    @Override
    public Optional<ProcedureRun> run(UUID id) {
        return data.in(rows -> rows.find(RunRow.class, id).map(run -> shown(rows, run)));
    }

    private ProcedureRun shown(CompanyRows rows, RunRow run) {
        Caller caller = caller();
        boolean own = caller.name().equals(run.startedBy()) || caller.may(MANAGE)
                || caller.may(Tasks.WORK) && Runs.tasks(rows, run, TaskRow::isOpen).stream().anyMatch(task ->
                        identities.of(caller, rows).stream().anyMatch(identity -> identity.mayTake(task)));
        if (!own) {
            callers.require(types.find(run.procedure()).map(ProcedureType::readPermission).orElse(MANAGE));
        }
        return Views.of(rows, run);
    }

    @Override
    public LocalizedText titleOf(Candidate candidate) {
        return candidate.kind() == Candidate.Kind.PERMISSION
                ? TEXTS.text("candidate.PERMISSION", types.permission(candidate.name()))
                : TEXTS.text("candidate." + candidate.kind(), candidate.name());
    }

    @Override
    public List<ProcedureType> types() {
        callers.require(MANAGE);
        return types.all();
    }

    @Override
    public Optional<Procedure> current(String procedure) {
        callers.require(MANAGE);
        return types.find(procedure).map(type -> data.in(rows -> newest(rows, type)));
    }

    @Override
    public List<Procedure> versions(String procedure) {
        callers.require(MANAGE);
        return types.find(procedure).map(type -> data.in(rows -> {
            List<Procedure> all = new ArrayList<>(changed(rows, procedure, VERSIONS_MAX));
            all.add(suggested(type));
            return List.copyOf(all);
        })).orElse(List.of());
    }

    @Override
    public Procedure publish(String procedure, ExpectedVersion expected, ProcedurePlan plan) {
        Caller caller = callers.require(MANAGE);
        ProcedureType type = types.find(procedure).orElseThrow(() -> notFound(procedure));
        PlanRules.check(plan, type.facts());
        return data.in(rows -> {
            Procedure before = newest(rows, type);
            expected.require(before.version());
            if (before.version() >= VERSIONS_MAX) {
                throw ProblemException.of(Kind.CONFLICT, "procedure.too-many", TEXTS.text("procedure.too-many", VERSIONS_MAX));
            }
            Procedure next = new Procedure(procedure, before.version() + 1, plan, runs.now(), caller.name());
            // Two at once want the same key: the second one is told that it was changed meanwhile.
            rows.add(new ProcedureRow(next));
            rows.write();
            audit.record(new Change(new RecordRef("procedures.procedure", procedure), "administration.procedure.publish",
                    Map.of("version", String.valueOf(before.version()), "plan", Json.write(before.plan())),
                    Map.of("version", String.valueOf(next.version()), "plan", Json.write(plan))));
            return next;
        });
    }

    private static Procedure newest(CompanyRows rows, ProcedureType type) {
        return changed(rows, type.id(), 1).stream().findFirst().orElseGet(() -> suggested(type));
    }

    private static Procedure suggested(ProcedureType type) {
        return new Procedure(type.id(), 1, type.suggested(), Instant.EPOCH, Caller.SYSTEM);
    }

    private static List<Procedure> changed(CompanyRows rows, String procedure, int limit) {
        return rows.query("select p from ProcedureRow p where p.key.id = :id order by p.key.version desc", ProcedureRow.class)
                .setParameter("id", procedure).setMaxResults(limit).getResultStream().map(ProcedureRow::procedure).toList();
    }

    private Caller caller() {
        return callers.current().orElseThrow(() -> ProblemException.of(Kind.UNAUTHENTICATED, "security.unauthenticated",
                TEXTS.text("unauthenticated")));
    }

    private static ProblemException notFound(String what) {
        return ProblemException.of(Kind.NOT_FOUND, "procedure.not-found", TEXTS.text("procedure.not-found", what));
    }
}
