package org.zaledje.platform.service.internal.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.backup.Backups;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.service.internal.database.Database;
import org.zaledje.platform.service.internal.home.PlatformHome;
import org.zaledje.platform.service.internal.problem.Reason;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.transaction.Transactions;

/** One backup at a time, for those who may. */
@Component
public final class BackupService implements Backups {

    private static final Logger LOG = LoggerFactory.getLogger(BackupService.class);
    private static final Texts TEXTS = Texts.beside(BackupService.class);

    private final Database database;
    private final Path data;
    private final String version;
    private final Clock clock;
    private final Callers callers;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final Path folder;
    private final ReentrantLock running = new ReentrantLock();

    @Activate
    public BackupService(
            BundleContext context,
            @Reference Database database,
            @Reference PlatformHome home,
            @Reference Clock clock,
            @Reference Callers callers,
            @Reference Transactions transactions,
            @Reference AuditTrail audit,
            @Reference BackupSettings settings) {
        this.database = database;
        this.data = home.data();
        this.version = context.getBundle().getVersion().toString();
        this.clock = clock;
        this.callers = callers;
        this.transactions = transactions;
        this.audit = audit;
        this.folder = settings.folder();
    }

    @Override
    public List<Kept> kept() {
        callers.requireEverywhere(WRITE);
        try {
            return new BackupFolder(folder).list();
        } catch (IOException e) {
            throw problem(Kind.UNAVAILABLE, "backup.failed", Reason.of(e));
        }
    }

    @Override
    public Path folder() {
        callers.requireEverywhere(WRITE);
        return folder;
    }

    @Override
    public Report write(Path file, char[] passphrase) {
        callers.requireEverywhere(WRITE);
        if (passphrase.length < PASSPHRASE_LENGTH_MIN || passphrase.length > PASSPHRASE_LENGTH_MAX) {
            throw problem(Kind.RULES_BROKEN, "backup.passphrase", PASSPHRASE_LENGTH_MIN, PASSPHRASE_LENGTH_MAX);
        }
        Path target = file.toAbsolutePath().normalize();
        if (Files.exists(target) || target.getParent() == null || !Files.isDirectory(target.getParent())) {
            throw problem(Kind.RULES_BROKEN, "backup.file", target.toString());
        }
        if (!running.tryLock()) {
            throw problem(Kind.CONFLICT, "backup.running");
        }
        try {
            return write(target, passphrase, version);
        } finally {
            running.unlock();
        }
    }

    private Report write(Path target, char[] passphrase, String of) {
        try {
            Report report = new BackupWriter(database.plain(), data, of).write(target, passphrase, clock.instant());
            LOG.info("The backup {} has {} rows and {} files", target, report.rows(), report.files());
            String name = target.getFileName().toString();
            transactions.required(() -> {
                audit.record(Change.created(
                        new RecordRef("platform.backup", name.substring(0, Math.min(name.length(), RecordRef.ID_LENGTH_MAX))),
                        WRITE, Map.of("rows", "" + report.rows(), "bytes", "" + report.bytes())));
                return report;
            });
            return report;
        } catch (IOException | SQLException e) {
            LOG.error("The backup {} failed", target, e);
            throw problem(Kind.UNAVAILABLE, "backup.failed", Reason.of(e));
        }
    }

    private static ProblemException problem(Kind kind, String code, Object... arguments) {
        return ProblemException.of(kind, code, TEXTS.text(code, arguments));
    }
}
