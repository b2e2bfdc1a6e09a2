package org.zaledje.platform.service.internal.company;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zaledje.platform.company.Unit;
import org.zaledje.platform.company.UnitDetails;
import org.zaledje.platform.company.Units;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.Violation;

/** What organisational units must keep to, alone and with the others of their company. */
final class UnitRules {

    private final Map<UUID, Unit> present;
    private final List<Violation> broken = new ArrayList<>();

    private UnitRules(List<Unit> present) {
        this.present = present.stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    }

    /**
     * The details without blanks around them.
     *
     * @param id      of the unit that is to have them; empty for a new one
     * @param present the units of the company
     * @throws ProblemException RULES_BROKEN {@code unit.invalid} with every broken rule
     */
    static UnitDetails checked(UnitDetails given, Optional<UUID> id, List<Unit> present) {
        UnitDetails details = new UnitDetails(given.code().strip(), given.name().strip(), given.parent(), given.validFrom(),
                given.validTo());
        UnitRules rules = new UnitRules(present);
        rules.require(!details.code().isEmpty(), "code-missing", "/code");
        rules.require(details.code().length() <= UnitDetails.CODE_LENGTH_MAX, "code-too-long", "/code");
        rules.require(!details.name().isEmpty(), "name-missing", "/name");
        rules.require(details.name().length() <= UnitDetails.NAME_LENGTH_MAX, "name-too-long", "/name");
        rules.require(present.stream().noneMatch(other -> other.details().code().equals(details.code())
                && !id.equals(Optional.of(other.id()))), "code-taken", "/code");
        rules.require(details.validFrom().isEmpty() || details.validTo().isEmpty()
                || !details.validTo().get().isBefore(details.validFrom().get()), "ends-before-it-begins", "/validTo");
        rules.parent(details.parent(), id);
        if (!rules.broken.isEmpty()) {
            throw ProblemException.rulesBroken("unit.invalid", StoredCompanies.TEXTS.text("unit.invalid"), rules.broken);
        }
        return details;
    }

    private void parent(Optional<UUID> parent, Optional<UUID> id) {
        require(parent.isEmpty() || present.containsKey(parent.get()), "parent-unknown", "/parent");
        Set<UUID> above = new HashSet<>();
        Optional<UUID> next = parent;
        while (next.isPresent() && !next.equals(id) && above.add(next.get())) {
            next = Optional.ofNullable(present.get(next.get())).flatMap(unit -> unit.details().parent());
        }
        require(next.isEmpty(), "below-itself", "/parent");
        require(above.size() + 1 + id.map(this::height).orElse(0) <= Units.DEPTH_MAX, "too-deep", "/parent");
    }

    /** How many units lie below each other under this one. */
    private int height(UUID id) {
        return present.values().stream().filter(unit -> unit.details().parent().equals(Optional.of(id)))
                .mapToInt(unit -> 1 + height(unit.id())).max().orElse(0);
    }

    private void require(boolean kept, String rule, String field) {
        if (!kept) {
            broken.add(Violation.error("unit." + rule, StoredCompanies.TEXTS.text("unit." + rule), field));
        }
    }
}
