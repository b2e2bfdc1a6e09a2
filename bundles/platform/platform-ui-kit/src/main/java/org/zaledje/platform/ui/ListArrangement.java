package org.zaledje.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.list.SortKey;

/** Chooses the columns of a list, their order, and by what its rows are sorted; all of it by keyboard too. */
final class ListArrangement<T> extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient List<ListColumns.Entry<T>> order;
    private final Set<String> shown = new HashSet<>();
    private final OrderedList list = new OrderedList();
    private final List<Select<String>> sorts = new ArrayList<>();

    ListArrangement(ListColumns<T> columns, ListState now, Consumer<ListState> apply) {
        order = new ArrayList<>(columns.all());
        columns.shown().forEach(entry -> shown.add(entry.key()));
        setHeaderTitle(KitTexts.tell("list.arrange"));
        setWidth("min(26rem, 100%)");
        list.addClassName("z-arrangement");
        draw();
        add(new H3(KitTexts.tell("list.columns")), list);
        if (columns.sortable().findAny().isPresent()) {
            add(new H3(KitTexts.tell("list.sort")), sorting(columns, now.sort()));
        }
        Button usual = new Button(KitTexts.tell("list.usual"), click -> {
            close();
            apply.accept(new ListState(now.filters(), List.of(), List.of()));
        });
        usual.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button done = new Button(KitTexts.tell("list.arrange.done"), click -> {
            close();
            apply.accept(new ListState(now.filters(), sort(),
                    order.stream().map(ListColumns.Entry::key).filter(shown::contains).toList()));
        });
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        done.setId("arrange-done");
        getFooter().add(usual, new Button(KitTexts.tell("cancel"), click -> close()), done);
    }

    private void draw() {
        list.removeAll();
        for (int i = 0; i < order.size(); i++) {
            list.add(line(order.get(i), i));
        }
    }

    private ListItem line(ListColumns.Entry<T> entry, int at) {
        Checkbox box = new Checkbox(entry.title(), shown.contains(entry.key()));
        box.setId("column-" + entry.key());
        box.addValueChangeListener(change -> {
            if (change.getValue()) {
                shown.add(entry.key());
            } else if (shown.size() > 1) {
                shown.remove(entry.key());
            } else {
                box.setValue(true);
            }
        });
        return new ListItem(box, mover(entry, at, -1, VaadinIcon.ARROW_UP, "up"), mover(entry, at, 1, VaadinIcon.ARROW_DOWN, "down"));
    }

    private Component mover(ListColumns.Entry<T> entry, int at, int way, VaadinIcon icon, String name) {
        Button button = new Button(icon.create(), click -> {
            Collections.swap(order, at, at + way);
            draw();
            list.getChildren().skip(at + way).findFirst().flatMap(item -> item.getChildren()
                            .filter(child -> child.getId().equals(Optional.of(name + "-" + entry.key()))).findFirst())
                    .ifPresent(moved -> moved.getElement().callJsFunction("focus"));
        });
        button.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setId(name + "-" + entry.key());
        button.getElement().setAttribute("aria-label", KitTexts.tell("list.column." + name, entry.title()));
        button.setEnabled(at + way >= 0 && at + way < order.size());
        return button;
    }

    private Component sorting(ListColumns<T> columns, List<SortKey> now) {
        List<String> keys = Stream.concat(Stream.of(""), columns.sortable()
                .flatMap(entry -> Stream.of(entry.key(), "-" + entry.key()))).toList();
        Div fields = new Div();
        fields.addClassName("z-arrangement-sort");
        for (int i = 0; i < ListSchema.SORT_KEYS_MAX; i++) {
            Select<String> select = new Select<>();
            select.setId("sort-" + (i + 1));
            select.setLabel(KitTexts.tell(i == 0 ? "list.sort.first" : "list.sort.then"));
            select.setItems(keys);
            select.setItemLabelGenerator(key -> label(columns, key));
            select.setValue(i < now.size() ? now.get(i).toString() : "");
            select.setWidthFull();
            sorts.add(select);
            fields.add(select);
        }
        return fields;
    }

    private static String label(ListColumns<?> columns, String key) {
        if (key.isEmpty()) {
            return KitTexts.tell("list.sort.none");
        }
        SortKey parsed = SortKey.parse(key);
        return KitTexts.tell(parsed.descending() ? "list.sort.down" : "list.sort.up",
                columns.find(parsed.field()).map(ListColumns.Entry::title).orElse(parsed.field()));
    }

    private List<SortKey> sort() {
        Set<String> fields = new HashSet<>();
        return sorts.stream().map(Select::getValue).filter(key -> key != null && !key.isEmpty()).map(SortKey::parse)
                .filter(key -> fields.add(key.field())).toList();
    }
}
