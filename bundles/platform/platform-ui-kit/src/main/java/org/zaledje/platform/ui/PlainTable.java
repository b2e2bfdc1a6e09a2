package org.zaledje.platform.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.List;

/** A small table of texts, which scrolls by itself when it is wider or longer than its place. */
public final class PlainTable extends Div {

    private static final long serialVersionUID = 1L;
    private static final String HEIGHT_MAX = "16rem";

    /** As many cells in each row as in the header. */
    public PlainTable(List<String> header, List<List<String>> rows) {
        getStyle().set("overflow", "auto").set("max-height", HEIGHT_MAX);
        getElement().setAttribute("tabindex", "0");
        Element table = new Element("table");
        table.getStyle().set("border-collapse", "collapse").set("font-size", "var(--lumo-font-size-s)").set("width", "100%");
        table.appendChild(row(header, "th"));
        rows.forEach(cells -> table.appendChild(row(cells, "td")));
        getElement().appendChild(table);
    }

    private static Element row(List<String> cells, String kind) {
        Element row = new Element("tr");
        cells.forEach(text -> {
            Element cell = new Element(kind).setText(text);
            cell.getStyle().set("text-align", "start").set("vertical-align", "top").set("padding", "var(--lumo-space-xs)")
                    .set("border-bottom", "1px solid var(--lumo-contrast-10pct)");
            if (kind.equals("th")) {
                cell.setAttribute("scope", "col");
            }
            row.appendChild(cell);
        });
        return row;
    }
}
