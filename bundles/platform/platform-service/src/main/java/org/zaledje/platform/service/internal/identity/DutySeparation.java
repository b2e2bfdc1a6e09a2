package org.zaledje.platform.service.internal.identity;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.function.SeparatedDuties;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.service.internal.identity.RoleStore.Clash;
import org.zaledje.platform.text.LocalizedText;

/**
 * Sees to it that no one user holds together what is to be apart. Asked at the end of a transaction, which it ends by its
 * refusal. Administrators hold everything by their office; for them there are the four eyes on each record.
 */
@Component(service = DutySeparation.class)
public final class DutySeparation {

    private final RoleStore roles;
    private final FunctionDeclarations functions;

    @Activate
    public DutySeparation(@Reference RoleStore roles, @Reference FunctionDeclarations functions) {
        this.roles = roles;
        this.functions = functions;
    }

    List<SeparatedDuties> pairs() {
        Set<SeparatedDuties> pairs = new LinkedHashSet<>(functions.separated());
        pairs.addAll(roles.separated());
        return pairs.stream().sorted(Comparator.comparing(SeparatedDuties::first).thenComparing(SeparatedDuties::second))
                .toList();
    }

    /** Refuses a role that holds both of a pair by itself. */
    void checkRole(String name, Set<String> permissions) {
        pairs().stream().filter(pair -> permissions.contains(pair.first()) && permissions.contains(pair.second()))
                .findFirst().ifPresent(pair -> {
                    throw refusal(pair, PeopleChanges.TEXTS.text("separation.role", name, pair.first(), pair.second()));
                });
    }

    /** Refuses when a user, or one who has a role, or anybody, holds both of a pair. */
    void check(List<SeparatedDuties> pairs, Optional<UUID> user, Optional<UUID> role) {
        for (SeparatedDuties pair : pairs) {
            roles.clash(pair, user, role).ifPresent(clash -> {
                throw refusal(pair, text(pair, clash));
            });
        }
    }

    private static LocalizedText text(SeparatedDuties pair, Clash clash) {
        return PeopleChanges.TEXTS.text("separation.user", clash.user(), clash.firstRole(), clash.secondRole(),
                pair.first(), pair.second());
    }

    private static ProblemException refusal(SeparatedDuties pair, LocalizedText text) {
        return ProblemException.rulesBroken("people.separation-of-duties", text,
                List.of(Violation.error("people.separation-of-duties", text, ""))).with("first", pair.first())
                .with("second", pair.second());
    }
}
