package org.zaledje.platform.service.internal.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Which roles the groups of another place stand for, written
 * {@code group > role; group > role @ company-id}. Roles that are named in it are given and taken by it alone; all others
 * are left to administrators.
 */
public record RoleMapping(List<Rule> rules) {

    /** One group and what it stands for, in one company or in all. */
    public record Rule(String group, String role, Optional<UUID> company) {
    }

    public RoleMapping {
        rules = List.copyOf(rules);
    }

    /**
     * Reads what an administrator wrote.
     *
     * @param normal how groups are written that mean the same
     * @throws IllegalArgumentException when it can't be read, with what is wrong
     */
    public static RoleMapping parse(String text, UnaryOperator<String> normal) {
        List<Rule> rules = new ArrayList<>();
        for (String each : text.split(";")) {
            if (!each.isBlank()) {
                rules.add(rule(each.strip(), normal));
            }
        }
        return new RoleMapping(rules);
    }

    private static Rule rule(String text, UnaryOperator<String> normal) {
        int arrow = text.lastIndexOf('>');
        if (arrow <= 0 || arrow == text.length() - 1) {
            throw new IllegalArgumentException("\"" + text + "\" is not written as group > role");
        }
        String group = normal.apply(text.substring(0, arrow).strip());
        String role = text.substring(arrow + 1).strip();
        int at = role.lastIndexOf('@');
        return at < 0 ? new Rule(group, role, Optional.empty())
                : new Rule(group, role.substring(0, at).strip(), Optional.of(UUID.fromString(role.substring(at + 1).strip())));
    }

    /** The rules that hold for one who is in these groups. */
    List<Rule> of(Set<String> groups) {
        return rules.stream().filter(rule -> groups.contains(rule.group())).distinct().toList();
    }

    /** Whether a role is given and taken by this mapping. */
    boolean decides(String role) {
        return rules.stream().anyMatch(rule -> rule.role().toLowerCase(Locale.ROOT).equals(role.toLowerCase(Locale.ROOT)));
    }
}
