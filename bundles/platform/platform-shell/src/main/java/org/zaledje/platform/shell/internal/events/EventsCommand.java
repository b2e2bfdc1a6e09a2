package org.zaledje.platform.shell.internal.events;

import java.util.Map;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.zaledje.platform.event.ConsumerState;
import org.zaledje.platform.event.DeadLetter;
import org.zaledje.platform.event.EventDeliveries;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.shell.internal.CommandProblem;
import org.zaledje.platform.shell.internal.Listing;
import org.zaledje.platform.shell.internal.PlatformCommand;

/** Shows how far events have come, and deals with those that failed. */
@Service
@Command(scope = "zaledje", name = "events",
        description = "Shows consumers of events (list) and dead letters (dead); resends or discards a dead letter")
public class EventsCommand extends PlatformCommand {

    static final int LETTERS_MAX = 100;

    @Argument(index = 0, name = "action", description = "list, dead, resend or discard")
    @Completion(value = StringsCompleter.class, values = {"list", "dead", "resend", "discard"})
    String action = "list";

    @Argument(index = 1, name = "id", description = "Id of the dead letter to resend or discard")
    @Completion(DeadLetterIds.class)
    String id;

    @Reference
    EventDeliveries deliveries;

    @Override
    protected void run() throws CommandProblem {
        switch (action) {
            case "list" -> show(consumerListing(), deliveries.consumers());
            case "dead" -> show(letterListing(), deliveries.deadLetters(PageRequest.first(LETTERS_MAX)).items());
            case "resend" -> {
                deliveries.resend(letter());
                tell(Map.of("id", id), "resent", id);
            }
            case "discard" -> {
                deliveries.discard(letter());
                tell(Map.of("id", id), "discarded", id);
            }
            default -> throw problem("action.unknown", action);
        }
    }

    private UUID letter() throws CommandProblem {
        try {
            return UUID.fromString(needed(id, "letter.missing"));
        } catch (IllegalArgumentException e) {
            throw problem("letter.missing");
        }
    }

    private static Listing<ConsumerState> consumerListing() {
        return Listing.<ConsumerState>of("consumer").column("name", ConsumerState::name)
                .column("present", ConsumerState::present).column("backlog", ConsumerState::backlog)
                .column("oldest", ConsumerState::oldest).column("failing", ConsumerState::failing)
                .column("deadLetters", ConsumerState::deadLetters);
    }

    private static Listing<DeadLetter> letterListing() {
        return Listing.<DeadLetter>of("letter").column("id", DeadLetter::id).column("consumer", DeadLetter::consumer)
                .column("type", letter -> letter.event().type()).column("event", letter -> letter.event().id())
                .column("failedAt", DeadLetter::failedAt).column("error", DeadLetter::error);
    }
}
