package org.zaledje.platform.procedure.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.zaledje.platform.procedure.Candidate;

/** Candidates as they are stored. */
final class Candidates {

    private static final String SEPARATOR = "\n";

    private Candidates() {
    }

    static Candidate parse(String text) {
        int colon = text.indexOf(':');
        return new Candidate(Candidate.Kind.valueOf(text.substring(0, colon)), text.substring(colon + 1));
    }

    static String write(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::toString).collect(Collectors.joining(SEPARATOR));
    }

    static List<Candidate> read(String text) {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split(SEPARATOR)).map(Candidates::parse).toList();
    }
}
