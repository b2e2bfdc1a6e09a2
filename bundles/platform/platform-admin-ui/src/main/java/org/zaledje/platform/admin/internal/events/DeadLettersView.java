package org.zaledje.platform.admin.internal.events;

import static org.zaledje.platform.admin.internal.events.EventViews.TEXTS;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.zaledje.platform.event.DeadLetter;
import org.zaledje.platform.event.EventDeliveries;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.ui.Confirmation;
import org.zaledje.platform.ui.EmptyState;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.ViewLayout;

/** Events that a consumer has failed to act on too often, latest first; those that are ticked are resent or discarded at once. */
final class DeadLettersView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    private final transient EventDeliveries deliveries;
    private final RecordList<DeadLetter> list;
    private final Button resend;
    private final Button discard;

    DeadLettersView(EventDeliveries deliveries) {
        super(TEXTS.text("dead-letters"));
        this.deliveries = deliveries;
        Formats formats = Formats.current();
        list = new RecordList<DeadLetter>(EventDeliveries.DEAD_LETTERS, deliveries::deadLetters)
                .link(TEXTS.text("type"), letter -> letter.event().type(), letter -> EventViews.DEAD_LETTER + letter.id()).field("type")
                .text(TEXTS.text("consumer"), DeadLetter::consumer).field("consumer")
                .text(TEXTS.text("failed"), letter -> formats.moment(letter.failedAt())).field("failedAt")
                .number(TEXTS.text("held-back"), letter -> BigDecimal.valueOf(letter.heldBack()))
                .text(TEXTS.text("error"), DeadLetter::error).field("error")
                .whenEmpty(new EmptyState("mailbox", TEXTS.text("dead-letters.none"), TEXTS.text("dead-letters.none.text")));
        resend = new Button(Language.tell(TEXTS.text("resend")), click -> all(deliveries::resend, "resent"));
        resend.setId("resend");
        resend.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        discard = new Button(Language.tell(TEXTS.text("discard")), click -> Confirmation.ask(
                TEXTS.text("discard.ask", chosen().size()), TEXTS.text("discard.text"), TEXTS.text("discard"),
                () -> all(deliveries::discard, "discarded")));
        discard.setId("discard");
        discard.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        list.grid().setSelectionMode(Grid.SelectionMode.MULTI);
        list.grid().addSelectionListener(chosen -> enable());
        enable();
        setActions(discard, resend);
        setContent(list);
    }

    private Set<DeadLetter> chosen() {
        return list.grid().getSelectedItems();
    }

    private void enable() {
        resend.setEnabled(!chosen().isEmpty());
        discard.setEnabled(!chosen().isEmpty());
    }

    /** Does it to each that is ticked; one that somebody else has seen to meanwhile is no obstacle. */
    private void all(Consumer<UUID> work, String done) {
        Messages.attempt(() -> {
            long count = chosen().stream().filter(letter -> isDone(work, letter.id())).count();
            Messages.success(TEXTS.text(done, count));
        });
        list.grid().deselectAll();
        list.refresh();
    }

    private static boolean isDone(Consumer<UUID> work, UUID id) {
        try {
            work.accept(id);
            return true;
        } catch (ProblemException e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }
}
