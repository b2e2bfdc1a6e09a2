package org.zaledje.platform.admin.internal.jobs;

import static org.zaledje.platform.admin.internal.jobs.JobViews.TEXTS;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.zaledje.platform.job.JobRunInfo;
import org.zaledje.platform.job.RunState;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.Badge.Mood;
import org.zaledje.platform.ui.Formats;

/** What is told of a run. */
final class RunTexts {

    private RunTexts() {
    }

    static LocalizedText state(JobRunInfo run) {
        return TEXTS.text("state." + run.state());
    }

    static Mood mood(JobRunInfo run) {
        return switch (run.state()) {
            case SUCCEEDED -> Mood.GOOD;
            case FAILED, INTERRUPTED -> Mood.BAD;
            case QUEUED, RUNNING -> Mood.OPEN;
            case CANCELLED -> Mood.NEUTRAL;
        };
    }

    static String moment(Optional<Instant> moment) {
        return moment.map(Formats.current()::moment).orElse("");
    }

    static String duration(JobRunInfo run) {
        return run.duration().map(RunTexts::seconds).orElse("");
    }

    private static String seconds(Duration duration) {
        return duration.toHours() > 0
                ? String.format("%d:%02d:%02d", duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart())
                : String.format("%d:%02d", duration.toMinutes(), duration.toSecondsPart());
    }

    static boolean isOpen(JobRunInfo run) {
        return run.state() == RunState.QUEUED || run.state() == RunState.RUNNING;
    }
}
