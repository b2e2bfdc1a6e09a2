package org.zaledje.platform.service.internal.job;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.job.Job;
import org.zaledje.platform.job.JobSchedule;
import org.zaledje.platform.text.LocalizedText;

/** A job that a function offers, as it described itself when it came. */
record Offer(Job job, String id, LocalizedText title, JobSchedule schedule, JobTimes times, String permission,
        boolean restartable) {

    private static final Logger LOG = LoggerFactory.getLogger(Offer.class);
    private static final String ID = "[a-z0-9]([a-z0-9.-]{0,98}[a-z0-9])?";

    static Offer of(Job job) {
        String id = job.id();
        if (id == null || !id.matches(ID)) {
            throw new IllegalArgumentException("The id of a job is lower-case letters, digits, dots and hyphens, not " + id);
        }
        JobSchedule schedule = job.schedule();
        return new Offer(job, id, job.title(), schedule, times(id, schedule), job.permission(), job.restartable());
    }

    private static JobTimes times(String id, JobSchedule schedule) {
        try {
            return JobTimes.of(schedule);
        } catch (IllegalArgumentException e) {
            LOG.error("The times of the job {} can't be read, so it runs only when it is started by hand: {}", id,
                    e.getMessage());
            return new JobTimes.Never();
        }
    }

    /** Changes whenever the job gets other times. */
    String scheduleText() {
        String text = schedule.toString();
        return text.length() <= 300 ? text : text.substring(0, 300);
    }
}
