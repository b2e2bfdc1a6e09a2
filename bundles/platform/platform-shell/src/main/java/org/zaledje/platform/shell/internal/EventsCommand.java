package org.zaledje.platform.shell.internal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.zaledje.platform.event.ConsumerState;
import org.zaledje.platform.event.DeadLetter;
import org.zaledje.platform.event.EventDeliveries;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;

/** Shows how far events have come, and deals with those that failed. */
@Service
@Command(scope = "zaledje", name = "events",
        description = "Shows consumers of events (list) and dead letters (dead); resends or discards a dead letter")
public class EventsCommand implements Action {

    private static final int LETTERS_MAX = 100;

    @Argument(index = 0, name = "action", description = "list, dead, resend or discard")
    String action = "list";

    @Argument(index = 1, name = "id", description = "Id of the dead letter to resend or discard")
    String id;

    @Option(name = "--json", description = "Prints JSON")
    boolean json;

    @Reference
    EventDeliveries deliveries;

    @Reference
    Callers callers;

    @Override
    public Object execute() throws Exception {
        try {
            return callers.callAs(Caller.system(), () -> {
                switch (action) {
                    case "list" -> list();
                    case "dead" -> dead();
                    case "resend" -> {
                        deliveries.resend(letter());
                        System.out.println("Its consumer gets " + id + " once more.");
                    }
                    case "discard" -> {
                        deliveries.discard(letter());
                        System.out.println("Gave up " + id + ".");
                    }
                    default -> throw new CommandProblem("There is no action " + action + ": list, dead, resend ID or discard ID.");
                }
                return null;
            });
        } catch (ProblemException e) {
            throw new CommandProblem(e.detail().in(Locale.ENGLISH));
        }
    }

    private UUID letter() throws CommandProblem {
        try {
            return UUID.fromString(String.valueOf(id));
        } catch (IllegalArgumentException e) {
            throw new CommandProblem("Name the dead letter by its id; zaledje:events dead shows them.");
        }
    }

    private void list() {
        List<ConsumerState> consumers = deliveries.consumers();
        if (json) {
            System.out.println(consumers.stream().map(state -> object("name", state.name(), "present", state.present(),
                    "backlog", state.backlog(), "oldest", state.oldest().map(Instant::toString).orElse(""),
                    "failing", state.failing(), "deadLetters", state.deadLetters())).collect(Collectors.joining(",", "[", "]")));
            return;
        }
        ShellTable table = table("Consumer", "Present", "Backlog", "Oldest", "Failing", "Dead");
        consumers.forEach(state -> table.addRow().addContent(state.name(), state.present() ? "yes" : "no", state.backlog(),
                state.oldest().map(Instant::toString).orElse(""), state.failing(), state.deadLetters()));
        table.emptyTableText("No consumer of events has been registered yet.");
        table.print(System.out);
    }

    private void dead() {
        List<DeadLetter> letters = deliveries.deadLetters(PageRequest.first(LETTERS_MAX)).items();
        if (json) {
            System.out.println(letters.stream().map(letter -> object("id", letter.id(), "consumer", letter.consumer(),
                    "type", letter.event().type(), "event", letter.event().id(), "failedAt", letter.failedAt(),
                    "error", letter.error())).collect(Collectors.joining(",", "[", "]")));
            return;
        }
        ShellTable table = table("Id", "Consumer", "Type", "Failed", "Error");
        letters.forEach(letter -> table.addRow().addContent(letter.id(), letter.consumer(), letter.event().type(),
                letter.failedAt(), letter.error()));
        table.emptyTableText("There are no dead letters.");
        table.print(System.out);
    }

    private static ShellTable table(String... columns) {
        ShellTable table = new ShellTable();
        for (String column : columns) {
            table.column(column);
        }
        return table;
    }

    /** A JSON object of names and values in turn. */
    static String object(Object... members) {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < members.length; i += 2) {
            text.append(i == 0 ? "" : ",").append(quoted(members[i])).append(':');
            boolean plain = members[i + 1] instanceof Number || members[i + 1] instanceof Boolean;
            text.append(plain ? members[i + 1].toString() : quoted(members[i + 1]));
        }
        return text.append('}').toString();
    }

    private static String quoted(Object value) {
        StringBuilder text = new StringBuilder("\"");
        value.toString().chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                text.append('\\').append((char) c);
            } else if (c < ' ') {
                text.append(String.format("\\u%04x", c));
            } else {
                text.append((char) c);
            }
        });
        return text.append('"').toString();
    }
}
