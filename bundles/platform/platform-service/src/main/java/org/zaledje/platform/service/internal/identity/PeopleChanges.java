package org.zaledje.platform.service.internal.identity;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.people.PeoplePermissions;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.security.Grant;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.transaction.Transactions;

/** What all changes of users, roles, tokens and sessions have in common: who may make them, in one transaction, audited. */
@Component(service = PeopleChanges.class)
public final class PeopleChanges {

    static final Texts TEXTS = Texts.beside(PeopleChanges.class);

    private final Callers callers;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final Accounts accounts;

    @Activate
    public PeopleChanges(@Reference Callers callers, @Reference Transactions transactions, @Reference AuditTrail audit,
            @Reference Accounts accounts) {
        this.callers = callers;
        this.transactions = transactions;
        this.audit = audit;
        this.accounts = accounts;
    }

    void requireReader() {
        callers.requireEverywhere(PeoplePermissions.READ);
    }

    Caller requireManager() {
        return callers.requireEverywhere(PeoplePermissions.MANAGE);
    }

    Optional<Caller> caller() {
        return callers.current();
    }

    /** Does a change of who may do what. */
    <T> T change(Supplier<T> work) {
        return transactions.required(() -> {
            T result = work.get();
            accounts.changed();
            return result;
        });
    }

    void record(Change change) {
        audit.record(change);
    }

    /** Nobody gives more than they have, nor touches one who may do more: else anyone could make themselves administrator. */
    void mustCover(Caller actor, Account account) {
        boolean covered = account.caller(true, units -> units).grants().stream()
                .allMatch(grant -> actor.grants().stream().anyMatch(own -> covers(own, grant)));
        if (!covered) {
            throw ProblemException.of(Kind.FORBIDDEN, "people.more-than-own", TEXTS.text("more-than-own"));
        }
    }

    private static boolean covers(Grant own, Grant other) {
        return (own.permission().equals(Grant.EVERYTHING) || own.permission().equals(other.permission()))
                && (own.company().isEmpty() || own.company().equals(other.company()))
                && (own.units().isEmpty() || !other.units().isEmpty() && own.units().containsAll(other.units()));
    }

    static ProblemException notFound(String what, UUID id) {
        return ProblemException.of(Kind.NOT_FOUND, "people." + what + ".not-found",
                TEXTS.text(what + ".not-found", id.toString()));
    }

    static String joined(Collection<String> words) {
        return String.join(", ", Set.copyOf(words).stream().sorted().toList());
    }
}
