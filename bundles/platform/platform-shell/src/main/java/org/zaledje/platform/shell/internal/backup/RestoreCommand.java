package org.zaledje.platform.shell.internal.backup;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.zaledje.platform.backup.Backups;
import org.zaledje.platform.shell.internal.PlatformCommand;

/**
 * Tells how a backup is restored. A running installation can't be replaced by what it was: that is done by the launcher, into an
 * installation that has nothing yet.
 */
@Service
@Command(scope = "zaledje", name = "restore", description = "Tells how a backup is restored, and shows the backups there are")
public class RestoreCommand extends PlatformCommand {

    @Reference
    Backups backups;

    @Override
    protected void run() {
        if (!isJson()) {
            System.out.println(text("restore.how"));
            System.out.println();
        }
        show(BackupCommand.listing(), backups.kept());
    }
}
