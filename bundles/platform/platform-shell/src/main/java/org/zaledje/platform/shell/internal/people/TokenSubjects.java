package org.zaledje.platform.shell.internal.people;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.zaledje.platform.people.Tokens;
import org.zaledje.platform.people.UserAccount;
import org.zaledje.platform.people.UserAccount.Kind;
import org.zaledje.platform.people.Users;
import org.zaledje.platform.security.Callers;

/** Completes ids of tokens for {@code revoke}, and names of service accounts for {@code issue}. */
@Service
public class TokenSubjects implements Completer {

    @Reference
    private Users users;

    @Reference
    private Tokens tokens;

    @Reference
    private Callers callers;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        boolean ids = List.of(commandLine.getArguments()).contains("revoke");
        return new StringsCompleter(People.words(callers, () -> ids
                ? People.all(tokens::list).stream().map(token -> token.id().toString()).toList()
                : People.all(users::list).stream().filter(user -> user.kind() == Kind.SERVICE).map(UserAccount::name).toList()))
                .complete(session, commandLine, candidates);
    }
}
