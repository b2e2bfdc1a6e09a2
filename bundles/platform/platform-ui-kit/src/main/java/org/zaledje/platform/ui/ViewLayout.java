package org.zaledje.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.Objects;
import org.zaledje.platform.text.LocalizedText;

/**
 * Base of a page: a way back, a title with actions beside it, and content below. The title is the one in the browser's
 * tab too.
 *
 * <p>A page that holds what its reader has typed and not saved implements {@link UnsavedInput}, and so asks before it
 * goes, also when the reader changes company or language, for pages are then made anew.
 */
public abstract class ViewLayout extends Main implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final H1 heading = new H1();
    private final Div way = new Div();
    private final Div actions = new Div();
    private final Div content = new Div();
    private final PageKeys keys = new PageKeys();

    /** @param title what stands at the top of the page; not null */
    protected ViewLayout(LocalizedText title) {
        addClassName("z-view");
        way.addClassName("z-view-way");
        way.setVisible(false);
        actions.addClassName("z-view-actions");
        content.addClassName("z-view-content");
        Header header = new Header(heading, actions);
        header.addClassName("z-view-header");
        add(way, header, content, keys);
        setTitle(title);
    }

    /** Changes the title, for example once the record that the page shows is known. */
    protected final void setTitle(LocalizedText title) {
        heading.setText(Language.tell(Objects.requireNonNull(title)));
    }

    /**
     * Shows a way back to the page that this one was reached from.
     *
     * @param title title of that page
     * @param path  its path below {@code /}, without a leading slash
     */
    protected final void setWayBack(LocalizedText title, String path) {
        Anchor back = new Anchor("/" + path, VaadinIcon.ANGLE_LEFT.create());
        back.add(Language.tell(title));
        way.removeAll();
        way.add(back);
        way.setVisible(true);
    }

    /** Puts buttons or links beside the title, in place of those that were there. */
    protected final void setActions(Component... components) {
        actions.removeAll();
        actions.add(components);
    }

    /**
     * A button that leads to the page of a new record.
     *
     * @param text what it says
     * @param path path of that page, below {@code /} without a leading slash
     */
    protected final Button newRecord(LocalizedText text, String path) {
        Button button = new Button(Language.tell(text), VaadinIcon.PLUS.create(), click -> UI.getCurrent().navigate(path));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.setId("new-record");
        onKey("n", KitTexts.text("keys.list.new"), button::click);
        return button;
    }

    /**
     * Does something when a key is pressed while nobody types; {@code ?} lists it. To be said before the page is shown.
     *
     * @param key  a single character, for example {@code n}
     * @param what what it does, as a sentence without a full stop
     */
    protected final void onKey(String key, LocalizedText what, Runnable work) {
        keys.add(key, what, work);
    }

    /** Puts components below the title, in place of those that were there. A single list of records fills the page. */
    protected final void setContent(Component... components) {
        if (components.length == 1 && components[0] instanceof RecordList<?> list) {
            list.fillPage();
            list.listenTo(keys);
        }
        content.removeAll();
        content.add(components);
    }

    @Override
    public String getPageTitle() {
        return heading.getText();
    }
}
