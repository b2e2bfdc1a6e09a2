package org.zaledje.platform.exchange.internal;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.zaledje.platform.exchange.ExchangeFormat;
import org.zaledje.platform.exchange.ImportState;
import org.zaledje.platform.exchange.internal.store.ImportStore;
import org.zaledje.platform.job.Job;
import org.zaledje.platform.job.JobRun;
import org.zaledje.platform.job.JobSchedule;
import org.zaledje.platform.job.JobStoppedException;
import org.zaledje.platform.text.LocalizedText;

/** Offers a job for each format that can be imported, for as long as the format is there. */
@Component(service = {}, immediate = true)
public final class ImportJobs {

    /** Parameter of the job: the id of the import. */
    static final String IMPORT = "import";

    private static final int PROGRESS_RECORDS = 100;

    private final BundleContext context;
    private final ImportWork work;
    private final ImportStore store;
    private final Progress progress;
    private final Map<ExchangeFormat<?>, ServiceRegistration<Job>> offered = new ConcurrentHashMap<>();

    @Activate
    public ImportJobs(BundleContext context, @Reference ImportWork work, @Reference ImportStore store,
            @Reference Progress progress) {
        this.context = context;
        this.work = work;
        this.store = store;
        this.progress = progress;
    }

    static String job(String format) {
        return "exchange." + format;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addFormat(ExchangeFormat<?> format) {
        format.importPermission().ifPresent(permission ->
                offered.put(format, context.registerService(Job.class, new ImportJob(format, permission), null)));
    }

    void removeFormat(ExchangeFormat<?> format) {
        ServiceRegistration<Job> registration = offered.remove(format);
        if (registration != null) {
            try {
                registration.unregister();
            } catch (IllegalStateException e) {
                // The framework has been faster, while it stops this bundle.
            }
        }
    }

    @Deactivate
    void close() {
        offered.keySet().forEach(this::removeFormat);
    }

    private final class ImportJob implements Job {

        private final ExchangeFormat<?> format;
        private final String permission;

        ImportJob(ExchangeFormat<?> format, String permission) {
            this.format = format;
            this.permission = permission;
        }

        @Override
        public String id() {
            return job(format.id());
        }

        @Override
        public LocalizedText title() {
            return ExchangeTexts.text("job.title", format.title());
        }

        @Override
        public JobSchedule schedule() {
            return JobSchedule.byHand();
        }

        @Override
        public String permission() {
            return permission;
        }

        @Override
        public void run(JobRun run) throws Exception {
            UUID id = UUID.fromString(run.parameters().getOrDefault(IMPORT, ""));
            long total = store.find(id).records();
            try {
                work.write(id, ImportState.RUNNING, within -> run.inTransaction(within), written -> {
                    if (written % PROGRESS_RECORDS == 0 || written == total) {
                        tell(run, id, written, total);
                    }
                });
            } finally {
                progress.end(id);
            }
        }

        private void tell(JobRun run, UUID id, long written, long total) {
            progress.tell(id, written);
            if (progress.hasManyWriters()) {
                run.progress(written, total, "");
            }
            if (run.cancelled()) {
                throw new JobStoppedException(id() + " is to stop");
            }
        }
    }
}
