package org.zaledje.platform.service.internal.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.zaledje.platform.people.RoleAssignment;
import org.zaledje.platform.people.UserAccount;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.security.Caller;

/** Collects the rules that an input breaks. */
final class PeopleRules {

    static final int PERMISSION_LENGTH_MAX = 100;

    private static final int ASSIGNMENTS_MAX = 100;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,99}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final Pattern PERMISSION = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final List<Violation> broken = new ArrayList<>();

    PeopleRules userName(String name) {
        return rule(isUserName(name), "name", "/name");
    }

    static boolean isUserName(String name) {
        return NAME.matcher(name).matches() && !name.equals(Caller.SYSTEM);
    }

    PeopleRules email(String email) {
        return rule(email.isEmpty() || email.length() <= UserAccount.TEXT_LENGTH_MAX && EMAIL.matcher(email).matches(),
                "email", "/email");
    }

    /** A line of text: not longer than {@code max}, and not empty when {@code min} is 1. */
    PeopleRules line(String text, int min, int max, String location) {
        return rule(text.strip().length() >= min && text.length() <= max && !CONTROL.matcher(text).find(),
                "text", location, min, max);
    }

    PeopleRules permissions(Collection<String> permissions, int max) {
        rule(permissions.size() <= max, "permissions.many", "/permissions", max);
        permissions.stream().filter(p -> p.length() > PERMISSION_LENGTH_MAX || !PERMISSION.matcher(p).matches()).limit(1)
                .forEach(p -> rule(false, "permission", "/permissions"));
        return this;
    }

    PeopleRules assignments(List<RoleAssignment> assignments) {
        rule(assignments.size() <= ASSIGNMENTS_MAX, "assignments.many", "/assignments", ASSIGNMENTS_MAX);
        for (RoleAssignment each : assignments) {
            rule(each.units().size() <= RoleAssignment.UNITS_MAX, "units.many", "/assignments", RoleAssignment.UNITS_MAX);
            rule(each.units().isEmpty() || each.company().isPresent(), "units.company", "/assignments");
        }
        return rule(assignments.stream().distinct().count() == assignments.size(), "assignments.twice", "/assignments");
    }

    PeopleRules rule(boolean kept, String rule, String location, Object... arguments) {
        if (!kept) {
            broken.add(Violation.error("people." + rule, PeopleChanges.TEXTS.text("rule." + rule, arguments), location));
        }
        return this;
    }

    /** @throws ProblemException RULES_BROKEN {@code people.invalid} when any rule is broken */
    void check() {
        if (!broken.isEmpty()) {
            throw ProblemException.rulesBroken("people.invalid", PeopleChanges.TEXTS.text("invalid"), broken);
        }
    }
}
