package org.zaledje.platform.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Hr;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.list.SavedView;
import org.zaledje.platform.list.SavedViews;

/** The menu of views that a reader has of a list: their own and those that others share. */
final class ListViews extends Div {

    private static final long serialVersionUID = 1L;

    private final transient ListSchema schema;
    private final transient Supplier<ListState> state;
    private final transient Consumer<ListState> apply;
    private transient List<SavedView> views = List.of();

    ListViews(ListSchema schema, Supplier<ListState> state, Consumer<ListState> apply) {
        this.schema = schema;
        this.state = state;
        this.apply = apply;
    }

    private Optional<SavedViews> kept() {
        return Workplace.current().service(SavedViews.class);
    }

    ListState beginning() {
        return kept().flatMap(service -> service.of(schema.name()).stream().filter(SavedView::standard).findFirst())
                .map(this::stateOf).orElse(ListState.USUAL);
    }

    private ListState stateOf(SavedView view) {
        return ListState.read(schema, view.state());
    }

    /** Reads the views anew. */
    void read() {
        views = kept().map(service -> service.of(schema.name())).orElse(List.of());
        told();
    }

    /** The list is shown in another way. */
    void told() {
        removeAll();
        kept().ifPresent(service -> add(menu(service)));
    }

    private MenuBar menu(SavedViews service) {
        ListState now = state.get();
        Optional<SavedView> current = views.stream().filter(view -> stateOf(view).equals(now)).findFirst();
        MenuBar bar = new MenuBar();
        bar.setId("list-views");
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_SMALL);
        MenuItem opener = bar.addItem(VaadinIcon.BOOKMARK_O.create());
        opener.add(current.map(SavedView::name).orElse(KitTexts.tell("views")));
        opener.getElement().setAttribute("aria-label", current
                .map(view -> KitTexts.tell("views.of", view.name())).orElse(KitTexts.tell("views")));
        // The button around it is what opens the menu. The component calls itself an option, once it is shown.
        opener.getElement().executeJs("requestAnimationFrame(() => this.setAttribute('role', 'none'))");
        SubMenu menu = opener.getSubMenu();
        item(menu, KitTexts.tell("views.all"), now.equals(ListState.USUAL), "view-all", () -> apply.accept(ListState.USUAL));
        views.forEach(view -> item(menu, view.own() ? view.name() : KitTexts.tell("views.shared", view.name()),
                current.equals(Optional.of(view)), "view-" + view.id(), () -> apply.accept(stateOf(view))));
        menu.add(new Hr());
        menu.addItem(KitTexts.tell("views.save"), click -> new Keeping(service, current).open()).setId("view-save");
        current.ifPresentOrElse(view -> addForCurrent(menu, service, view), () -> {
            if (now.equals(ListState.USUAL) && views.stream().anyMatch(SavedView::standard)) {
                menu.addItem(KitTexts.tell("views.begin"), click -> doing(() -> service.begin(schema.name(), Optional.empty())));
            }
        });
        return bar;
    }

    private static void item(SubMenu menu, String text, boolean current, String id, Runnable work) {
        MenuItem item = menu.addItem(text, click -> work.run());
        item.setCheckable(true);
        item.setChecked(current);
        item.setId(id);
    }

    private void addForCurrent(SubMenu menu, SavedViews service, SavedView view) {
        if (!view.standard()) {
            menu.addItem(KitTexts.tell("views.begin"), click ->
                    doing(() -> service.begin(schema.name(), Optional.of(view.id())))).setId("view-begin");
        }
        if (view.own()) {
            menu.addItem(KitTexts.tell("views.remove", view.name()), click -> doing(() -> service.remove(view.id())))
                    .setId("view-remove");
        }
    }

    private void doing(Runnable work) {
        Messages.attempt(work);
        read();
    }

    /** Asks for a name. */
    private final class Keeping extends Dialog {

        private static final long serialVersionUID = 1L;

        Keeping(SavedViews service, Optional<SavedView> current) {
            setHeaderTitle(KitTexts.tell("views.save"));
            setWidth("min(24rem, 100%)");
            TextField name = new TextField(KitTexts.tell("views.name"));
            name.setId("view-name");
            name.setMaxLength(SavedView.NAME_LENGTH_MAX);
            name.setWidthFull();
            name.setAutofocus(true);
            Checkbox shared = new Checkbox(KitTexts.tell("views.share"));
            shared.setId("view-shared");
            Checkbox begin = new Checkbox(KitTexts.tell("views.begin"));
            begin.setId("view-standard");
            current.filter(SavedView::own).ifPresent(view -> {
                name.setValue(view.name());
                shared.setValue(view.shared());
                begin.setValue(view.standard());
            });
            Div fields = new Div(name, shared, begin);
            fields.addClassName("z-arrangement-sort");
            add(fields);
            Button keep = new Button(KitTexts.tell("views.keep"), click -> {
                if (Messages.attempt(() -> {
                    SavedView view = service.keep(schema.name(), name.getValue(), state.get().text(), shared.getValue());
                    if (begin.getValue() != view.standard()) {
                        service.begin(schema.name(), Optional.of(view.id()).filter(id -> begin.getValue()));
                    }
                })) {
                    close();
                    read();
                }
            });
            keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            keep.setId("view-keep");
            getFooter().add(new Button(KitTexts.tell("cancel"), click -> close()), keep);
        }
    }
}
