package org.zaledje.platform.ui.internal.functions;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.function.Consumer;
import org.zaledje.platform.ui.Badge;
import org.zaledje.platform.ui.Code;
import org.zaledje.platform.ui.internal.UiTexts;

/** A row of the Functions page, with what can be done about it. */
final class FunctionItem extends ListItem {

    private static final long serialVersionUID = 1L;

    /** What can be done about a row. */
    record Actions(Consumer<FunctionRow> install, Consumer<FunctionRow> remove, Consumer<FunctionRow> rollback,
            Consumer<FunctionRow> stop, Consumer<FunctionRow> start) {
    }

    FunctionItem(FunctionRow row, boolean underWay, Actions actions) {
        addClassName("z-row");
        getElement().setAttribute("data-key", row.key());
        add(new Icon(row.icon()), about(row), buttons(row, underWay, actions));
    }

    private static Div about(FunctionRow row) {
        H2 title = new H2(row.title());
        title.add(new Badge(UiTexts.text("functions.state." + row.state()), mood(row.state())));
        Div about = new Div(title);
        about.addClassName("z-row-about");
        if (!row.description().isEmpty()) {
            about.add(new Paragraph(row.description()));
        }
        row.problem().ifPresent(problem -> {
            Paragraph text = new Paragraph(problem);
            text.addClassName("z-row-problem");
            about.add(text);
        });
        about.add(facts(row));
        return about;
    }

    private static Div facts(FunctionRow row) {
        Div facts = new Div();
        facts.addClassName("z-row-facts");
        row.id().ifPresent(id -> facts.add(new Code(id)));
        if (!row.version().isEmpty()) {
            facts.add(new Code(row.version()));
        }
        row.restBase().ifPresent(path -> facts.add(outside("REST", path)));
        row.wsdl().ifPresent(path -> facts.add(outside("WSDL", path)));
        return facts;
    }

    /** A link that another servlet answers, so that it must not be taken for a page. */
    private static Anchor outside(String text, String path) {
        Anchor link = new Anchor(path, text);
        link.getElement().setAttribute("router-ignore", true);
        link.setTarget("_blank");
        return link;
    }

    private static Div buttons(FunctionRow row, boolean underWay, Actions actions) {
        Div buttons = new Div();
        buttons.addClassName("z-row-actions");
        if (underWay || row.state() == FunctionRow.State.INSTALLING) {
            ProgressBar progress = new ProgressBar();
            progress.setIndeterminate(true);
            progress.getElement().setAttribute("aria-label", UiTexts.tell("functions.state.INSTALLING"));
            buttons.add(progress);
        } else if (row.state() == FunctionRow.State.AVAILABLE) {
            Button install = button(row, "install", actions.install());
            install.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            buttons.add(install);
        } else if (row.file().isPresent()) {
            switch (row.state()) {
                case RUNNING -> buttons.add(button(row, "stop", actions.stop()));
                case STOPPED -> buttons.add(button(row, "start", actions.start()));
                default -> { }
            }
            row.previous().ifPresent(version -> buttons.add(button(row, "rollback", actions.rollback())));
            buttons.add(button(row, "remove", actions.remove()));
        }
        return buttons;
    }

    private static Button button(FunctionRow row, String action, Consumer<FunctionRow> work) {
        Button button = new Button(UiTexts.tell("functions." + action), click -> work.accept(row));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.addClassName("z-" + action);
        button.getElement().setAttribute("aria-label", UiTexts.tell("functions." + action) + ": " + row.title());
        return button;
    }

    private static Badge.Mood mood(FunctionRow.State state) {
        return switch (state) {
            case RUNNING -> Badge.Mood.GOOD;
            case INSTALLING, STOPPED -> Badge.Mood.OPEN;
            case FAILED -> Badge.Mood.BAD;
            case AVAILABLE -> Badge.Mood.NEUTRAL;
        };
    }
}
