package org.zaledje.tests.bench;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the time goes, read off a log: how long it took from one mark to the next. */
final class Phases {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss,SSS");
    private static final int TIME_LENGTH = 23;

    private final List<String> told = new ArrayList<>();
    private LocalDateTime last;

    Phases(LocalDateTime begin) {
        last = begin;
    }

    /** Reads on to the first line at or after the last mark that holds {@code mark}. */
    Phases to(String phase, List<String> log, String mark) {
        for (String line : log) {
            Optional<LocalDateTime> time = time(line);
            if (time.isPresent() && !time.get().isBefore(last) && line.contains(mark)) {
                told.add(phase + " " + Duration.between(last, time.get()).toMillis() + " ms");
                last = time.get();
                return this;
            }
        }
        return this;
    }

    private static Optional<LocalDateTime> time(String line) {
        if (line.length() < TIME_LENGTH || !Character.isDigit(line.charAt(0))) {
            return Optional.empty();
        }
        return Optional.of(LocalDateTime.parse(line.substring(0, TIME_LENGTH), TIME));
    }

    @Override
    public String toString() {
        return String.join(", ", told);
    }
}
