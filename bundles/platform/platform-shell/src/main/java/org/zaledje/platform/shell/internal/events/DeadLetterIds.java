package org.zaledje.platform.shell.internal.events;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.zaledje.platform.event.EventDeliveries;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;

/** Completes the ids of dead letters. */
@Service
public class DeadLetterIds implements Completer {

    @Reference
    private EventDeliveries deliveries;

    @Reference
    private Callers callers;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        return new StringsCompleter(ids()).complete(session, commandLine, candidates);
    }

    private List<String> ids() {
        try {
            return callers.callAs(Caller.system(), () -> deliveries.deadLetters(PageRequest.first(EventsCommand.LETTERS_MAX)))
                    .items().stream().map(letter -> letter.id().toString()).toList();
        } catch (Exception e) {
            // Nothing can be completed while the database is away; the command itself tells why.
            return List.of();
        }
    }
}
