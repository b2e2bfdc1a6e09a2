package org.zaledje.platform.service.internal.job;

import org.zaledje.platform.job.Job;
import org.zaledje.platform.job.JobRun;
import org.zaledje.platform.job.JobSchedule;
import org.zaledje.platform.text.LocalizedText;

/** A job of a test. */
record TestJob(String id, JobSchedule schedule, boolean restartable, Work work) implements Job {

    interface Work {
        void run(JobRun run) throws Exception;
    }

    TestJob(String id, JobSchedule schedule, Work work) {
        this(id, schedule, true, work);
    }

    @Override
    public LocalizedText title() {
        return LocalizedText.verbatim(id);
    }

    @Override
    public void run(JobRun run) throws Exception {
        work.run(run);
    }
}
