package org.zaledje.platform.shell.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.zaledje.platform.backup.Backups;
import org.zaledje.platform.correlation.Correlation;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;

/** Makes a backup while the system works. */
@Service
@Command(scope = "zaledje", name = "backup",
        description = "Writes all that is kept here into one encrypted file; bin/zaledje restore reads it")
public class BackupCommand implements Action {

    private static final String PASSPHRASE = "ZALEDJE_BACKUP_PASSPHRASE";

    @Argument(name = "file", description = "A new file on the server's machine", required = true)
    String file;

    @Reference
    Backups backups;

    @Reference
    Callers callers;

    @Reference
    Session session;

    @Override
    public Object execute() throws Exception {
        char[] passphrase = passphrase();
        try (Correlation.Scope scope = Correlation.begin()) {
            // The shell lets in administrators only, and the platform does it for them.
            Backups.Report report = callers.callAs(
                    Caller.system(), () -> backups.write(Path.of(file).toAbsolutePath(), passphrase));
            System.out.printf(Locale.ROOT, "%s has %d rows of %d tables and %d files, in %d bytes.%n",
                    report.file(), report.rows(), report.tables(), report.files(), report.bytes());
            return null;
        } catch (ProblemException e) {
            throw new CommandProblem(e.detail().in(Locale.ENGLISH));
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    /** From the server's environment; where that has none it is asked for, and asked for again against slips. */
    private char[] passphrase() throws IOException, CommandProblem {
        String given = System.getenv(PASSPHRASE);
        if (given != null && !given.isEmpty()) {
            return given.toCharArray();
        }
        String typed = session.readLine("Passphrase: ", '*');
        if (typed == null || !typed.equals(session.readLine("Once more: ", '*'))) {
            throw new CommandProblem("The two passphrases differ. No backup was made.");
        }
        return typed.toCharArray();
    }
}
