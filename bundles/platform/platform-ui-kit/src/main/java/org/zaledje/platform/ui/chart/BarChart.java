package org.zaledje.platform.ui.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.PlainTable;

/**
 * Bars side by side in lines, each of which leads to the records behind it, by click and by keyboard; read out as a list,
 * and shown as a table when its reader wants that. It is made of the page's own elements: the browser loads nothing for it.
 */
public final class BarChart extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.beside(BarChart.class);
    private static final MathContext DIGITS = new MathContext(4);

    /**
     * @param title   what is counted or summed
     * @param ofWhat  what each bar stands for, as the header of the table
     * @param measure what its length is, as the header of the table
     */
    public BarChart(LocalizedText title, LocalizedText ofWhat, LocalizedText measure, List<Bar> bars) {
        getContent().addClassName("z-chart");
        getContent().getElement().setAttribute("role", "group");
        getContent().getElement().setAttribute("aria-label", Language.tell(title));
        Span heading = new Span(Language.tell(title));
        heading.addClassName("z-chart-title");
        BigDecimal longest = bars.stream().map(bar -> bar.value().abs()).max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        UnorderedList lines = new UnorderedList();
        bars.forEach(bar -> lines.add(new ListItem(line(bar, longest))));
        PlainTable table = new PlainTable(List.of(Language.tell(ofWhat), Language.tell(measure)),
                bars.stream().map(bar -> List.of(bar.label(), bar.told())).toList());
        getContent().add(heading, lines);
        getContent().getElement().appendChild(new Element("details").appendChild(
                new Element("summary").setText(Language.tell(TEXTS.text("table"))), table.getElement()));
    }

    private static Component line(Bar bar, BigDecimal longest) {
        Span label = new Span(bar.label());
        label.addClassName("z-chart-label");
        Span length = new Span();
        length.addClassName(bar.value().signum() < 0 ? "z-chart-minus" : "z-chart-bar");
        length.getStyle().set("width", longest.signum() == 0 ? "0"
                : bar.value().abs().multiply(BigDecimal.valueOf(100)).divide(longest, DIGITS).toPlainString() + "%");
        Span track = new Span(length);
        track.addClassName("z-chart-track");
        Span value = new Span(bar.told());
        value.addClassName("z-chart-value");
        if (bar.path().isEmpty()) {
            Span line = new Span(label, track, value);
            line.addClassName("z-chart-line");
            return line;
        }
        Anchor line = new Anchor("/" + bar.path(), label, track, value);
        line.addClassName("z-chart-line");
        return line;
    }
}
