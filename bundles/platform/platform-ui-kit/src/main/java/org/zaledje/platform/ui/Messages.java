package org.zaledje.platform.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import java.util.List;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.text.LocalizedText;

/** Tells the reader what came of what they did. For the thread that holds the UI's lock. */
public final class Messages {

    private static final int SUCCESS_SHOWN_MS = 5_000;
    private static final int UNDO_SHOWN_MS = 10_000;
    private static final int VIOLATIONS_SHOWN_MAX = 10;

    private Messages() {
    }

    /** Says for a few seconds that something was done. */
    public static void success(LocalizedText text) {
        Notification message =
                new Notification(Language.tell(text), SUCCESS_SHOWN_MS, Notification.Position.BOTTOM_START);
        message.addThemeVariants(NotificationVariant.LUMO_SUCCESS);
        message.open();
    }

    /**
     * Says for ten seconds that something was done, with a button that takes it back (also Alt+Z).
     *
     * @param undo takes it back; may throw a ProblemException, which is told
     */
    public static void undoable(LocalizedText text, Runnable undo) {
        Notification message = new Notification();
        message.setDuration(UNDO_SHOWN_MS);
        message.setPosition(Notification.Position.BOTTOM_START);
        Button button = new Button(KitTexts.tell("undo"), click -> {
            message.close();
            attempt(undo);
        });
        button.setId("undo");
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_PRIMARY);
        button.getElement().setAttribute("title", KitTexts.tell("undo.key"));
        button.addClickShortcut(Key.KEY_Z, KeyModifier.ALT);
        Div row = new Div(new Span(Language.tell(text)), button);
        row.addClassName("z-undo");
        message.add(row);
        message.open();
    }

    /** Says what went wrong, with every broken rule, until the reader closes it. */
    public static void problem(ProblemException problem) {
        problem(problem.detail(), problem.violations());
    }

    /** Says what went wrong until the reader closes it. */
    public static void problem(LocalizedText text) {
        problem(text, List.of());
    }

    /**
     * Does {@code work}; tells the reader when it can't be carried out.
     *
     * @return whether it was done
     */
    public static boolean attempt(Runnable work) {
        try {
            work.run();
            return true;
        } catch (ProblemException e) {
            problem(e);
            return false;
        }
    }

    private static void problem(LocalizedText text, List<Violation> violations) {
        Notification message = new Notification();
        message.setPosition(Notification.Position.MIDDLE);
        message.setDuration(0);
        message.addThemeVariants(NotificationVariant.LUMO_ERROR);
        Div words = new Div(new Span(Language.tell(text)));
        words.addClassName("z-problem");
        words.getElement().setAttribute("role", "alert");
        if (!violations.isEmpty()) {
            words.add(told(violations));
        }
        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> message.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_CONTRAST);
        close.getElement().setAttribute("aria-label", KitTexts.tell("close"));
        Div row = new Div(words, close);
        row.addClassName("z-problem-row");
        message.add(row);
        message.open();
    }

    private static UnorderedList told(List<Violation> violations) {
        UnorderedList list = new UnorderedList();
        violations.stream().limit(VIOLATIONS_SHOWN_MAX)
                .forEach(v -> list.add(new ListItem(Language.tell(v.message()) + " (" + v.rule() + ")")));
        if (violations.size() > VIOLATIONS_SHOWN_MAX) {
            list.add(new ListItem(KitTexts.tell("violations.more", violations.size() - VIOLATIONS_SHOWN_MAX)));
        }
        return list;
    }
}
