package org.zaledje.platform.procedure.internal;

import static org.zaledje.platform.procedure.internal.ProcedureTexts.TEXTS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.calendar.Calendars;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.people.Colleague;
import org.zaledje.platform.people.Colleagues;
import org.zaledje.platform.persistence.CompanyData;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.procedure.Procedures;
import org.zaledje.platform.procedure.Substitution;
import org.zaledje.platform.procedure.Substitutions;
import org.zaledje.platform.procedure.Tasks;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;

/** Substitutions in the database. */
@Component
public final class StoredSubstitutions implements Substitutions {

    private static final int LIST_MAX = 1_000;

    private final CompanyData data;
    private final Callers callers;
    private final Colleagues colleagues;
    private final Calendars calendars;
    private final IdSource ids;
    private final Clock clock;
    private final AuditTrail audit;
    private final InboxSignals signals;

    @Activate
    public StoredSubstitutions(@Reference(target = "(osgi.unit.name=procedure)") CompanyData data, @Reference Callers callers,
            @Reference Colleagues colleagues, @Reference Calendars calendars, @Reference IdSource ids, @Reference Clock clock,
            @Reference AuditTrail audit, @Reference InboxSignals signals) {
        this.data = data;
        this.callers = callers;
        this.colleagues = colleagues;
        this.calendars = calendars;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
        this.signals = signals;
    }

    @Override
    public List<Substitution> list() {
        Caller caller = callers.require(Tasks.WORK);
        return data.in(rows -> rows.query("select s from SubstitutionRow s where s.to >= :today"
                        + " and (:all = true or s.person = :user or s.substitute = :user) order by s.from, s.id", SubstitutionRow.class)
                .setParameter("today", today()).setParameter("all", caller.may(Procedures.MANAGE))
                .setParameter("user", caller.name()).setMaxResults(LIST_MAX)
                .getResultStream().map(SubstitutionRow::substitution).toList());
    }

    @Override
    public Substitution add(String person, String substitute, LocalDate from, LocalDate to) {
        requireFor(person);
        List<Violation> violations = new ArrayList<>();
        Optional<Colleague> away = known(person, "/person", violations);
        Optional<Colleague> in = known(substitute, "/substitute", violations);
        if (away.isPresent() && away.equals(in)) {
            violations.add(violation("substitution.oneself", "/substitute"));
        }
        if (to.isBefore(from) || to.isAfter(from.plusDays(Substitution.DAYS_MAX)) || to.isBefore(today())) {
            violations.add(violation("substitution.days", "/to", Substitution.DAYS_MAX));
        }
        if (!violations.isEmpty()) {
            throw ProblemException.rulesBroken("substitution.invalid", TEXTS.text("substitution.invalid"), violations);
        }
        Substitution substitution =
                new Substitution(ids.next(), away.orElseThrow().name(), in.orElseThrow().name(), from, to);
        return data.in(rows -> {
            rows.add(new SubstitutionRow(substitution));
            rows.write();
            audit.record(Change.created(record(substitution), "procedures.substitution.add", fields(substitution)));
            signals.changed(rows.company().id());
            return substitution;
        });
    }

    private Optional<Colleague> known(String name, String location, List<Violation> violations) {
        Optional<Colleague> known = colleagues.find(name);
        if (known.isEmpty()) {
            violations.add(violation("task.colleague-unknown", location, name));
        }
        return known;
    }

    @Override
    public void remove(UUID id) {
        Caller caller = callers.require(Tasks.WORK);
        data.in(rows -> {
            SubstitutionRow row = rows.lock(SubstitutionRow.class, id)
                    .filter(found -> caller.may(Procedures.MANAGE) || found.substitution().person().equals(caller.name()))
                    .orElseThrow(() -> ProblemException.of(Kind.NOT_FOUND, "substitution.not-found",
                            TEXTS.text("substitution.not-found", id.toString())));
            rows.remove(row);
            audit.record(new Change(record(row.substitution()), "procedures.substitution.remove",
                    fields(row.substitution()), Map.of()));
            signals.changed(rows.company().id());
            return id;
        });
    }

    private void requireFor(String person) {
        Caller caller = callers.require(Tasks.WORK);
        if (!caller.name().equals(person)) {
            callers.require(Procedures.MANAGE);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), calendars.current().zone());
    }

    private static RecordRef record(Substitution substitution) {
        return new RecordRef("procedures.substitution", substitution.id().toString());
    }

    private static Map<String, String> fields(Substitution substitution) {
        return Map.of("person", substitution.person(), "substitute", substitution.substitute(),
                "from", substitution.from().toString(), "to", substitution.to().toString());
    }

    private static Violation violation(String rule, String location, Object... arguments) {
        return Violation.error(rule, TEXTS.text(rule, arguments), location);
    }
}
