package org.zaledje.platform.ui.internal.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import java.util.List;
import java.util.Set;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.ui.Code;
import org.zaledje.platform.ui.EmptyState;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.ViewLayout;
import org.zaledje.platform.ui.internal.UiTexts;
import org.zaledje.platform.ui.internal.functions.FunctionMenu;
import org.zaledje.platform.ui.internal.functions.FunctionRegistry;
import org.zaledje.platform.ui.internal.functions.FunctionsObserver;
import org.zaledje.platform.ui.internal.functions.FunctionsView;
import org.zaledje.platform.ui.internal.functions.HotDeployFolder;

/** The first page: what there is to work with, or how to get it. */
public final class HomeView extends ViewLayout implements FunctionsObserver {

    private static final long serialVersionUID = 1L;
    private static final Set<String> OF_THE_PLATFORM = Set.of(BackOfficeFunction.ADMINISTRATION, BackOfficeFunction.TASKS);

    private final transient FunctionRegistry functions;
    private final transient HotDeployFolder folder;
    private final transient Caller caller;
    private transient List<FunctionMenu> shown;

    public HomeView(FunctionRegistry functions, HotDeployFolder folder, Caller caller) {
        super(UiTexts.text("home.title"));
        setId("home");
        this.functions = functions;
        this.folder = folder;
        this.caller = caller;
        functionsChanged();
    }

    @Override
    public void functionsChanged() {
        List<FunctionMenu> running = functions.menus(caller, Language.current());
        if (!running.equals(shown)) {
            shown = running;
            boolean empty = running.stream().allMatch(menu -> OF_THE_PLATFORM.contains(menu.id()));
            setContent(empty ? howToBegin() : cards(running));
        }
    }

    private Component howToBegin() {
        Div ways = new Div(
                way("home.empty.copy", folder.path()),
                way("home.empty.command", "zaledje:install <name>"));
        ways.addClassName("z-cards");
        EmptyState nothing =
                new EmptyState("cubes", UiTexts.text("home.empty"), UiTexts.text("home.empty.text"), toFunctions());
        Div all = new Div(nothing, ways);
        all.setId("empty-back-office");
        return all;
    }

    private Component[] toFunctions() {
        if (!caller.may(FunctionsView.PERMISSION)) {
            return new Component[0];
        }
        Anchor link = new Anchor("/" + FunctionsView.PATH, UiTexts.tell("home.empty.choose"));
        link.addClassName("z-primary-link");
        return new Component[] {link};
    }

    private static Section way(String key, String code) {
        Section way =
                new Section(new H2(UiTexts.tell(key)), new Code(code), new Paragraph(UiTexts.tell(key + ".text")));
        way.addClassName("z-card");
        return way;
    }

    private static Component cards(List<FunctionMenu> running) {
        Div cards = new Div();
        cards.addClassName("z-cards");
        running.forEach(function -> cards.add(card(function)));
        return cards;
    }

    private static Section card(FunctionMenu function) {
        Section card = new Section();
        card.addClassName("z-card");
        card.getElement().setAttribute("data-function", function.id());
        H2 heading = new H2();
        heading.add(new Icon(function.icon()));
        if (function.pages().isEmpty()) {
            heading.add(function.title());
        } else {
            heading.add(new Anchor("/" + function.start(), function.title()));
        }
        card.add(heading, new Paragraph(function.description()));
        if (function.pages().size() > 1) {
            UnorderedList links = new UnorderedList();
            function.pages().forEach(page -> links.add(new ListItem(new Anchor("/" + page.path(), page.title()))));
            card.add(links);
        }
        return card;
    }
}
