package org.zaledje.platform.job;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.zaledje.platform.text.LocalizedText;

/**
 * A job that this node has.
 *
 * @param id         its id
 * @param title      what people read
 * @param schedule   when it runs by itself
 * @param permission what a person must be allowed to do to start it by hand
 * @param next       when it runs next; empty for one by hand, or whose times can't be read
 * @param current    the run that waits or is under way, if there is one
 * @param last       the run that ended last, if there is one
 */
public record JobInfo(String id, LocalizedText title, JobSchedule schedule, String permission, Optional<Instant> next,
        Optional<JobRunInfo> current, Optional<JobRunInfo> last) {

    public JobInfo {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(schedule);
    }
}
