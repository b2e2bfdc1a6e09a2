package org.zaledje.platform.shell.internal.people;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.zaledje.platform.people.Role;
import org.zaledje.platform.people.Roles;
import org.zaledje.platform.security.Callers;

/** Completes names of roles. */
@Service
public class RoleNames implements Completer {

    @Reference
    private Roles roles;

    @Reference
    private Callers callers;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        return new StringsCompleter(People.words(callers, () -> roles.all().stream().map(Role::name).toList()))
                .complete(session, commandLine, candidates);
    }
}
