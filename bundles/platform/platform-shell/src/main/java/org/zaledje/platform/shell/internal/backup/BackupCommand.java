package org.zaledje.platform.shell.internal.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.zaledje.platform.backup.Backups;
import org.zaledje.platform.job.Jobs;
import org.zaledje.platform.shell.internal.CommandProblem;
import org.zaledje.platform.shell.internal.Listing;
import org.zaledje.platform.shell.internal.PlatformCommand;

/** Makes a backup while the system works. */
@Service
@Command(scope = "zaledje", name = "backup",
        description = "Writes all that is kept here into one encrypted file; without a name, as the job does that makes backups by itself")
public class BackupCommand extends PlatformCommand {

    private static final String PASSPHRASE = "ZALEDJE_BACKUP_PASSPHRASE";

    @Argument(name = "file", description = "A new file on the server's machine")
    @Completion(FileCompleter.class)
    String file;

    @Option(name = "--list", description = "Shows the backups that the job has made")
    boolean list;

    @Reference
    Backups backups;

    @Reference
    Jobs jobs;

    @Override
    protected void run() throws IOException, CommandProblem {
        if (list) {
            show(listing(), backups.kept());
        } else if (file == null) {
            UUID run = jobs.start(Backups.JOB, Map.of());
            tell(Map.of("run", run, "folder", backups.folder()), "started", run.toString(), backups.folder().toString());
        } else {
            write();
        }
    }

    static Listing<Backups.Kept> listing() {
        return Listing.<Backups.Kept>of("backup").column("file", kept -> kept.file()).column("madeAt", Backups.Kept::madeAt)
                .column("bytes", Backups.Kept::bytes).column("rows", Backups.Kept::rows).column("provenAt", Backups.Kept::provenAt);
    }

    private void write() throws IOException, CommandProblem {
        char[] passphrase = passphrase();
        try {
            Backups.Report report = backups.write(Path.of(file).toAbsolutePath(), passphrase);
            tell(members(report), "written", report.file().toString(), report.rows(), report.tables(), report.files(),
                    report.bytes());
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private static Map<String, Object> members(Backups.Report report) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("file", report.file());
        members.put("rows", report.rows());
        members.put("tables", report.tables());
        members.put("files", report.files());
        members.put("bytes", report.bytes());
        return members;
    }

    /** From the server's environment; where that has none it is asked for, and asked for again against slips. */
    private char[] passphrase() throws IOException, CommandProblem {
        String given = System.getenv(PASSPHRASE);
        if (given != null && !given.isEmpty()) {
            return given.toCharArray();
        }
        String typed = session().readLine(text("passphrase") + " ", '*');
        if (typed == null || !typed.equals(session().readLine(text("passphrase.again") + " ", '*'))) {
            throw problem("passphrases.differ");
        }
        return typed.toCharArray();
    }
}
