package org.zaledje.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.function.Supplier;
import org.zaledje.platform.exchange.Exchanges;
import org.zaledje.platform.exchange.FileKind;
import org.zaledje.platform.exchange.TableStyle;
import org.zaledje.platform.list.ListQuery;

/**
 * A menu beside a list: exports what the list shows now, as CSV or XLSX, and imports where its reader may. For the thread
 * that holds the UI's lock.
 */
public final class ExchangeMenu extends Composite<MenuBar> {

    private static final long serialVersionUID = 1L;

    /** Writes what the list shows now. */
    @FunctionalInterface
    private interface Export {
        void write(FileKind kind, TableStyle style, OutputStream out) throws IOException;
    }

    /**
     * @param format id of the format
     * @param query  what the list is narrowed and sorted by now, usually {@code list::query}
     * @param after  what to do after an import, usually {@code list::refresh}
     */
    public ExchangeMenu(Exchanges exchanges, String format, Supplier<ListQuery> query, Runnable after) {
        SubMenu menu = menu();
        addExports(menu, format, (kind, style, out) -> exchanges.export(format, query.get(), kind, style, out));
        if (exchanges.canImport(format)) {
            menu.addItem(KitTexts.tell("exchange.import"),
                    click -> new ImportDialog(exchanges, format, after).open()).setId("import");
        }
    }

    /** A menu that only exports, the columns that the list shows. */
    ExchangeMenu(Exchanges exchanges, ListFile<?> file) {
        addExports(menu(), file.name(), (kind, style, out) -> file.write(exchanges, kind, style, out));
    }

    private SubMenu menu() {
        MenuBar bar = getContent();
        bar.setId("exchange-menu");
        bar.addThemeVariants(MenuBarVariant.LUMO_ICON, MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_SMALL);
        MenuItem opener = bar.addItem(VaadinIcon.EXCHANGE.create());
        opener.getElement().setAttribute("aria-label", KitTexts.tell("exchange"));
        opener.getElement().setAttribute("title", KitTexts.tell("exchange"));
        // The button around it is what opens the menu. The component calls itself an option, once it is shown.
        opener.getElement().executeJs("requestAnimationFrame(() => this.setAttribute('role', 'none'))");
        return opener.getSubMenu();
    }

    private static void addExports(SubMenu menu, String name, Export export) {
        Locale language = Language.current();
        for (FileKind kind : FileKind.values()) {
            Component link = new Download(KitTexts.text("exchange.export." + kind.extension()), name + "." + kind.extension(),
                    kind.mediaType(), out -> export.write(kind, TableStyle.of(language), out));
            menu.addItem(link).setId("export-" + kind.extension());
        }
    }
}
