package org.zaledje.platform.service.internal.job;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Grant;

/** Callers and parameters as text of a table's column: whichever node runs the job must know them. */
final class Encoded {

    private static final String LINE = "\n";

    private Encoded() {
    }

    static String parameters(Map<String, String> parameters) {
        return new TreeMap<>(parameters).entrySet().stream()
                .map(entry -> text(entry.getKey()) + "=" + text(entry.getValue())).collect(Collectors.joining(LINE));
    }

    static Map<String, String> parameters(String encoded) {
        return lines(encoded).map(line -> line.split("=", -1))
                .collect(Collectors.toMap(pair -> plain(pair[0]), pair -> plain(pair[1])));
    }

    /** A line for the name, language and company, one for each role, and one for each grant. */
    static String caller(Caller caller) {
        return Stream.concat(
                Stream.of("caller " + text(caller.name()) + " " + caller.locale().toLanguageTag() + " "
                        + caller.company().map(UUID::toString).orElse("-")),
                Stream.concat(
                        caller.roles().stream().sorted().map(role -> "role " + text(role)),
                        caller.grants().stream().map(Encoded::grant).sorted())).collect(Collectors.joining(LINE));
    }

    private static String grant(Grant grant) {
        return "grant " + text(grant.permission()) + " " + grant.company().map(UUID::toString).orElse("-")
                + grant.units().stream().map(unit -> " " + unit).sorted().collect(Collectors.joining());
    }

    static Caller caller(String encoded) {
        Set<String> roles = new HashSet<>();
        Set<Grant> grants = new HashSet<>();
        String[] who = lines(encoded).findFirst().orElseThrow().split(" ");
        lines(encoded).map(line -> line.split(" ")).forEach(words -> {
            if (words[0].equals("role")) {
                roles.add(plain(words[1]));
            } else if (words[0].equals("grant")) {
                grants.add(new Grant(plain(words[1]), company(words[2]),
                        Stream.of(words).skip(3).map(UUID::fromString).collect(Collectors.toSet())));
            }
        });
        return new Caller(plain(who[1]), roles, grants, Locale.forLanguageTag(who[2]), company(who[3]));
    }

    private static Optional<UUID> company(String word) {
        return word.equals("-") ? Optional.empty() : Optional.of(UUID.fromString(word));
    }

    private static Stream<String> lines(String encoded) {
        return encoded.lines().filter(line -> !line.isEmpty());
    }

    private static String text(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String plain(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}
