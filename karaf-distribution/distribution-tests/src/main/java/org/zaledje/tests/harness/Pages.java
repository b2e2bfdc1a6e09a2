package org.zaledje.tests.harness;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The pages that a person finds by following links: of those that differ in an id alone, the first. */
public final class Pages {

    private static final Pattern ID = Pattern.compile("(?<=/)(?=[^/]*[0-9])[^/]+");
    private static final Pattern DOOR = Pattern.compile("/(api|soap|health|metrics|public|dav|login)\\b.*");
    private static final String LINKS = """
            () => {
              const found = [];
              const look = root => root.querySelectorAll('*').forEach(element => {
                if (element.matches('a[href]') && !element.hasAttribute('download') && !element.hasAttribute('router-ignore')
                    && element.origin === location.origin) {
                  found.push(element.pathname);
                }
                if (element.shadowRoot) {
                  look(element.shadowRoot);
                }
              });
              look(document);
              return found;
            }""";

    private Pages() {
    }

    /** Walks through all of them as somebody who has logged in; gives their paths, the nearest first. */
    public static List<String> foundBy(Person person) {
        Set<String> known = new HashSet<>(Set.of("/"));
        List<String> pages = new ArrayList<>();
        Deque<String> next = new ArrayDeque<>(List.of("/"));
        while (!next.isEmpty()) {
            String path = next.remove();
            person.follow(path);
            person.settle();
            pages.add(path);
            for (Object link : (List<?>) person.page().evaluate(LINKS)) {
                String found = link.toString();
                if (!DOOR.matcher(found).matches() && known.add(ID.matcher(found).replaceAll("*"))) {
                    next.add(found);
                }
            }
        }
        return pages;
    }
}
