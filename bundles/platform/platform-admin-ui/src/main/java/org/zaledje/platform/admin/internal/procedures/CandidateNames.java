package org.zaledje.platform.admin.internal.procedures;

import java.util.List;
import org.zaledje.platform.people.Colleague;
import org.zaledje.platform.people.Colleagues;
import org.zaledje.platform.people.FunctionPermissions;
import org.zaledje.platform.people.Role;
import org.zaledje.platform.people.Roles;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.procedure.Candidate;

/** Names to choose candidates from, as far as the reader may see them; others are typed. */
record CandidateNames(Roles roles, Colleagues colleagues) {

    List<String> of(Candidate.Kind kind) {
        try {
            return switch (kind) {
                case USER -> colleagues.search("").stream().map(Colleague::name).toList();
                case ROLE -> roles.all().stream().map(Role::name).toList();
                case PERMISSION -> roles.offered().stream().flatMap(function -> function.permissions().stream())
                        .map(FunctionPermissions.Permission::id).toList();
                case STARTER, POSITION -> List.of();
            };
        } catch (ProblemException mayNotSeeThem) {
            return List.of();
        }
    }
}
