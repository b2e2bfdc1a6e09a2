package org.zaledje.tests;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/*
 * How does it tell coupling from talk?
 *
 * Comments are talk, so they are left out. Elsewhere an id counts when it stands as names and paths do: between quotes,
 * slashes, dots, colons, hyphens and the like, not between blanks as words of a sentence do; after the name of a
 * command; or as the first word of a class's name, unless they have but two letters and so begin too many words.
 */

/** Finds where a source names a function. */
final class NamedFunctions {

    private static final String DELIMITER = "[\"'`/.:=<>()\\[\\]{}@-]";
    private static final int WORD_LENGTH_MAX = 2;

    private static final Set<String> TEXT =
            Set.of("java", "xml", "properties", "cfg", "ts", "js", "css", "json", "html", "bnd");

    private final Pattern names;

    NamedFunctions(Set<String> ids) {
        String any = alternatives(ids);
        String classes = ids.stream().filter(id -> id.length() > WORD_LENGTH_MAX).sorted()
                .map(id -> Character.toUpperCase(id.charAt(0)) + id.substring(1))
                .collect(Collectors.joining("|"));
        names = Pattern.compile(
                "(?<=" + DELIMITER + ")(" + any + ")(?=" + DELIMITER + ")"
                + "|zaledje:\\w+ (" + any + ")\\b"
                + "|\\b(" + classes + ")(?=[A-Z])");
    }

    private static String alternatives(Set<String> ids) {
        return ids.stream().sorted().map(Pattern::quote).collect(Collectors.joining("|"));
    }

    /** Whether a file of this name is source text. */
    static boolean isText(String file) {
        return !file.contains(".") || TEXT.contains(file.substring(file.lastIndexOf('.') + 1));
    }

    /** The lines that name one. */
    List<String> in(String file, String text) {
        return withoutComments(file, text).lines()
                .filter(line -> names.matcher(line).find()).map(String::strip).toList();
    }

    private static String withoutComments(String file, String text) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "java", "ts", "js", "css", "json" -> text
                    .replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)(?<!:)//.*$", "");
            case "xml", "html" -> text.replaceAll("(?s)<!--.*?-->", "");
            default -> text.replaceAll("(?m)^\\s*#.*$", "");
        };
    }
}
