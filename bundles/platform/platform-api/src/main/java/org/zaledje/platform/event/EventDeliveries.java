package org.zaledje.platform.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListField;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;

/**
 * What becomes of events, for administrators. A dead letter is seen in its event's company; a caller who works in no
 * company in particular sees those of all. Every change is audited. Thread-safe.
 *
 * <p>Methods that take the id of a dead letter throw {@link org.zaledje.platform.problem.ProblemException} NOT_FOUND
 * ({@code events.dead-letter.not-found}) when there is none, also when it has been resent or discarded meanwhile.
 */
@ProviderType
public interface EventDeliveries {

    /** What can be asked of the list of dead letters. */
    ListSchema DEAD_LETTERS = ListSchema.of("events.dead-letters", "-id")
            .with(ListField.of("consumer", FieldType.TEXT).equal().sorted())
            .with(ListField.of("type", FieldType.TEXT).equal().contains())
            .with(ListField.of("aggregate", FieldType.ID).equal())
            .with(ListField.of("failedAt", FieldType.MOMENT).range().sorted())
            .with(ListField.of("error", FieldType.TEXT).contains());

    /** Every consumer that is known, be it there or away, by name. Needs {@link EventPermissions#READ}. */
    List<ConsumerState> consumers();

    /**
     * Forgets a consumer that will not come back, with all that waits for it. Needs {@link EventPermissions#MANAGE}.
     *
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND ({@code events.consumer.not-found}); CONFLICT
     *         ({@code events.consumer.present}) while it is there
     */
    void forget(String consumer);

    /** Dead letters, latest first. Needs {@link EventPermissions#READ}. */
    default Page<DeadLetter> deadLetters(PageRequest request) {
        return deadLetters(ListQuery.of(request));
    }

    /**
     * Dead letters as they are asked for. Needs {@link EventPermissions#READ}.
     *
     * @param query what {@link #DEAD_LETTERS} allows
     */
    Page<DeadLetter> deadLetters(ListQuery query);

    /** Needs {@link EventPermissions#READ}. */
    Optional<DeadLetter> deadLetter(UUID id);

    /**
     * Changes the payload that this consumer gets; the event in the log, and what other consumers get, stay as they are.
     * Needs {@link EventPermissions#MANAGE}.
     *
     * @param payload see {@link Event#payload()}
     * @throws org.zaledje.platform.problem.ProblemException RULES_BROKEN ({@code events.payload.invalid})
     */
    DeadLetter repair(UUID id, Map<String, ?> payload);

    /**
     * The payload that its consumer is to get, as JSON text for people to read and change. Needs
     * {@link EventPermissions#READ}.
     */
    String payload(UUID id);

    /**
     * As {@link #repair(UUID, Map)}, with JSON text as people have changed it.
     *
     * @throws org.zaledje.platform.problem.ProblemException RULES_BROKEN ({@code events.payload.invalid}), also when it is
     *         no JSON object
     */
    DeadLetter repair(UUID id, String payload);

    /**
     * Gives it to its consumer once more, within a second if the consumer is there; if that fails, it is a dead letter
     * again. Needs {@link EventPermissions#MANAGE}.
     */
    void resend(UUID id);

    /** Gives it up: the consumer goes on with the next event of the aggregate. Needs {@link EventPermissions#MANAGE}. */
    void discard(UUID id);
}
