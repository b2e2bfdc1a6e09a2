package org.zaledje.platform.procedure.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.zaledje.platform.calendar.Calendars;
import org.zaledje.platform.people.Colleagues;
import org.zaledje.platform.persistence.CompanyRows;
import org.zaledje.platform.procedure.Candidate;
import org.zaledje.platform.procedure.Membership;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Grant;

/** Finds out whose tasks are a caller's. */
@Component(service = Identities.class)
public final class Identities {

    private final Colleagues colleagues;
    private final Calendars calendars;
    private final Clock clock;
    private final List<Membership> memberships = new CopyOnWriteArrayList<>();

    @Activate
    public Identities(@Reference Colleagues colleagues, @Reference Calendars calendars, @Reference Clock clock) {
        this.colleagues = colleagues;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(Membership membership) {
        memberships.add(membership);
    }

    void remove(Membership membership) {
        memberships.remove(membership);
    }

    /** The caller first, then those whom they stand in for today. */
    List<Identity> of(Caller caller, CompanyRows rows) {
        List<Identity> all = new ArrayList<>();
        all.add(own(caller));
        substituted(caller.name(), rows).forEach(person -> colleagues.standing(person).ifPresent(standing ->
                all.add(new Identity(person, candidates(person, standing.roles(), standing.permissions()), standing.everything()))));
        return all;
    }

    /** A token may do less than its user: only the roles are taken from the user. */
    private Identity own(Caller caller) {
        Set<String> permissions = new HashSet<>();
        caller.grants().stream().map(Grant::permission).filter(caller::may).forEach(permissions::add);
        Set<String> roles = new HashSet<>(colleagues.standing(caller.name()).map(Colleagues.Standing::roles).orElse(Set.of()));
        roles.retainAll(caller.roles());
        return new Identity(caller.name(), candidates(caller.name(), roles, permissions), caller.mayEverything());
    }

    private Set<String> candidates(String user, Set<String> roles, Set<String> permissions) {
        Set<Candidate> all = new HashSet<>();
        all.add(Candidate.user(user));
        roles.forEach(role -> all.add(Candidate.role(role)));
        permissions.forEach(permission -> all.add(Candidate.permission(permission)));
        memberships.forEach(membership -> all.addAll(membership.of(user)));
        Set<String> written = new HashSet<>();
        all.forEach(candidate -> written.add(candidate.toString()));
        return written;
    }

    List<String> substituted(String substitute, CompanyRows rows) {
        return rows.query("select distinct s.person from SubstitutionRow s where s.substitute = :substitute and s.from <= :today"
                        + " and s.to >= :today", String.class)
                .setParameter("substitute", substitute)
                .setParameter("today", LocalDate.ofInstant(clock.instant(), calendars.current().zone()))
                .setMaxResults(50).getResultList();
    }
}
