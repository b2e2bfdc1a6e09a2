package org.zaledje.platform.shell.internal.people;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.zaledje.platform.people.UserAccount;
import org.zaledje.platform.people.Users;
import org.zaledje.platform.security.Callers;

/** Completes login names. */
@Service
public class UserNames implements Completer {

    @Reference
    private Users users;

    @Reference
    private Callers callers;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        return new StringsCompleter(People.words(callers, () -> People.all(users::list).stream().map(UserAccount::name).toList()))
                .complete(session, commandLine, candidates);
    }
}
