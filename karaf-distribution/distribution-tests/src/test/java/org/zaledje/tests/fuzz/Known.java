package org.zaledje.tests.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Values that the platform is known to have, by the names of members: learned from its answers. For one thread. */
final class Known {

    private static final int VALUES_MAX = 40;
    private static final int CHARACTERS_MAX = 200;

    private final Map<String, List<String>> values = new HashMap<>();
    private final Set<String> spared;

    /** @param spared values that must not be learned, for who changes what they name ends the test */
    Known(Set<String> spared) {
        this.spared = Set.copyOf(spared);
    }

    void add(String name, List<String> more) {
        more.forEach(value -> add(name, value));
    }

    /** @param path of the operation that was answered: what it told of is found below it */
    void learn(String path, JsonNode answer) {
        answer.forEach(part -> learn(path, part));
        answer.fields().forEachRemaining(member -> {
            if (member.getValue().isArray()) {
                member.getValue().forEach(element -> add(path, member.getKey(), element));
            }
            add(path, member.getKey(), member.getValue());
        });
    }

    private void add(String path, String name, JsonNode value) {
        if (value.isTextual() || value.isIntegralNumber()) {
            add(name, value.asText());
            add(plain(path) + "#" + name, value.asText());
        }
    }

    /** Runs of a job are told of at {@code /jobs/{job}/runs}, and found at {@code /jobs/runs/{run}}. */
    private static String plain(String path) {
        return path.replaceAll("/\\{[^}]*}", "");
    }

    private void add(String name, String value) {
        List<String> known = values.computeIfAbsent(name, key -> new ArrayList<>());
        if (!value.isEmpty() && value.length() <= CHARACTERS_MAX && !spared.contains(value) && !known.contains(value)) {
            known.add(value);
            if (known.size() > VALUES_MAX) {
                known.remove(0);
            }
        }
    }

    /** What is known by this name. */
    List<String> named(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** What may stand for a parameter in a path: what was told of above it, else what is known by its name. */
    List<String> inPath(String path, String parameter) {
        String above = plain(path.substring(0, path.indexOf("/{" + parameter + "}")));
        return Stream.of(above + "#" + parameter, above + "#id", parameter).map(this::named)
                .filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
    }
}
