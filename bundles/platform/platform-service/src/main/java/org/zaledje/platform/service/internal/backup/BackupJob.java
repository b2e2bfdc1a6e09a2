package org.zaledje.platform.service.internal.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.backup.Backups;
import org.zaledje.platform.health.Health;
import org.zaledje.platform.health.HealthCheck;
import org.zaledje.platform.job.Job;
import org.zaledje.platform.job.JobRun;
import org.zaledje.platform.job.JobSchedule;
import org.zaledje.platform.metrics.Measurement;
import org.zaledje.platform.metrics.MetricSource;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.service.internal.database.Database;
import org.zaledje.platform.service.internal.home.PlatformHome;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;

/** Makes a backup, proves that it can be restored, and removes the oldest. */
@Component
public final class BackupJob implements Job, HealthCheck, MetricSource {

    private static final Texts TEXTS = Texts.beside(BackupJob.class);
    private static final int STEPS = 3;

    private final Backups backups;
    private final BackupSettings settings;
    private final BackupFolder folder;
    private final PlatformHome home;
    private final Database database;
    private final Clock clock;

    @Activate
    public BackupJob(@Reference Backups backups, @Reference BackupSettings settings, @Reference PlatformHome home,
            @Reference Database database, @Reference Clock clock) {
        this.backups = backups;
        this.settings = settings;
        this.folder = new BackupFolder(settings.folder());
        this.home = home;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String id() {
        return Backups.JOB;
    }

    @Override
    public LocalizedText title() {
        return TEXTS.text("job.title");
    }

    @Override
    public JobSchedule schedule() {
        return settings.cron().map(cron -> JobSchedule.cron(cron, ZoneId.systemDefault())).orElseGet(JobSchedule::byHand);
    }

    @Override
    public String permission() {
        return Backups.WRITE;
    }

    @Override
    public void run(JobRun run) throws IOException, SQLException {
        char[] passphrase = settings.passphrase().orElseThrow(() -> ProblemException.of(
                Kind.UNAVAILABLE, "backup.no-passphrase", TEXTS.text("backup.no-passphrase")));
        try {
            Instant now = clock.instant();
            run.progress(0, STEPS, "");
            Backups.Report report = backups.write(folder.next(now), passphrase);
            folder.note(new Backups.Kept(report.file(), now, report.bytes(), report.rows(), Optional.empty()));
            run.log(report.file() + ": " + report.rows() + " rows, " + report.files() + " files, " + report.bytes() + " bytes");
            run.progress(1, STEPS, "");
            prove(report, now, passphrase, run);
            run.progress(2, STEPS, "");
            for (Path removed : folder.retain(settings.keep())) {
                run.log("Removed " + removed);
            }
            run.progress(STEPS, STEPS, report.file().getFileName().toString());
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private void prove(Backups.Report report, Instant madeAt, char[] passphrase, JobRun run) throws IOException, SQLException {
        Drill.Result proven = Drill.of(report.file(), passphrase, home.data().resolve("karaf/tmp/drill-" + run.id()),
                Optional.of(database.plain()));
        if (proven.rows() != report.rows() || proven.tables() != report.tables() || proven.files() != report.files()) {
            throw new DamagedBackup("The backup has other contents than were written");
        }
        folder.note(new Backups.Kept(report.file(), madeAt, report.bytes(), report.rows(), Optional.of(clock.instant())));
        run.log((proven.restored() ? "Restored for a trial: " : "Read whole: ") + proven.rows() + " rows of " + proven.tables() + " tables"
                + (proven.restored() ? "" : ". It was not restored: the database's account may not create a schema for that"));
    }

    private Optional<Instant> lastProven() {
        try {
            return folder.list().stream().filter(kept -> kept.provenAt().isPresent()).map(Backups.Kept::madeAt).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public Health check() {
        Optional<Instant> last = lastProven();
        if (settings.cron().isEmpty()) {
            return Health.up(TEXTS.text("health.by-hand"));
        }
        Instant oldest = clock.instant().minus(Duration.ofHours(settings.warningHours()));
        String told = last.map(Instant::toString).orElse("-");
        return last.filter(moment -> moment.isAfter(oldest)).isPresent() ? Health.up(TEXTS.text("health.last", told))
                : Health.warning(TEXTS.text("health.old", told, settings.warningHours()));
    }

    @Override
    public List<Measurement> measure() {
        return lastProven().map(moment -> List.of(Measurement.gauge("zaledje_backup_last_proven_timestamp_seconds",
                "When the last backup was made that was proven to be restorable", Map.of(), moment.getEpochSecond()))).orElse(List.of());
    }
}
