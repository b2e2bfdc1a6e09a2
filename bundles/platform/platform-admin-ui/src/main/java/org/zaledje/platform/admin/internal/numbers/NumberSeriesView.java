package org.zaledje.platform.admin.internal.numbers;

import static org.zaledje.platform.admin.internal.numbers.NumberViews.TEXTS;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.number.NumberPattern;
import org.zaledje.platform.number.NumberSeries;
import org.zaledje.platform.number.SeriesInfo;
import org.zaledje.platform.number.SeriesKey;
import org.zaledje.platform.ui.Badge.Mood;
import org.zaledje.platform.ui.EmptyState;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.ViewLayout;

/** The gapless series of the company, and a form that sets one up before its first use. */
final class NumberSeriesView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    private final transient NumberSeries series;
    private final transient Companies companies;
    private final TextField type = field("type", 100);
    private final TextField code = field("code", 40);
    private final IntegerField year = number("year", 9999);
    private final TextField pattern = field("pattern", NumberPattern.LENGTH_MAX);
    private final IntegerField next = number("next", Integer.MAX_VALUE);
    private final RecordList<SeriesInfo> list;

    NumberSeriesView(NumberSeries series, Companies companies) {
        super(TEXTS.text("series"));
        this.series = series;
        this.companies = companies;
        list = new RecordList<>(series::list)
                .text(TEXTS.text("type"), row -> row.key().type())
                .text(TEXTS.text("code"), row -> row.key().series())
                .text(TEXTS.text("year"), row -> row.key().year() == 0 ? "" : String.valueOf(row.key().year()))
                .text(TEXTS.text("pattern"), row -> row.pattern().text())
                .text(TEXTS.text("next"), row -> row.pattern().format(row.key(), row.next()))
                .state(TEXTS.text("state"), row -> TEXTS.text(row.used() ? "used" : "unused"),
                        row -> row.used() ? Mood.GOOD : Mood.NEUTRAL)
                .whenEmpty(new EmptyState("hash", TEXTS.text("none"), TEXTS.text("none.todo")));
        list.withinPage();
        list.grid().addItemClickListener(click -> edit(click.getItem()));
        year.setValue(0);
        next.setValue(1);
        pattern.setValue("{series}-{year}-{number:5}");
        Button set = new Button(Language.tell(TEXTS.text("set-up")), click -> setUp());
        set.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        set.setId("set-up");
        setContent(list, new FormLayout(type, code, year, pattern, next), new Div(set));
    }

    private void edit(SeriesInfo row) {
        type.setValue(row.key().type());
        code.setValue(row.key().series());
        year.setValue(row.key().year());
        pattern.setValue(row.pattern().text());
        next.setValue((int) Math.min(row.next(), Integer.MAX_VALUE));
    }

    private void setUp() {
        if (type.isEmpty()) {
            type.focus();
            return;
        }
        boolean done = Messages.attempt(() -> series.setUp(new SeriesKey(companies.current().id(), type.getValue().strip(),
                        code.getValue().strip(), Optional.ofNullable(year.getValue()).orElse(0)),
                pattern.getValue(), Optional.ofNullable(next.getValue()).orElse(1)));
        if (done) {
            Messages.success(TEXTS.text("done"));
            list.refresh();
        }
    }

    private static TextField field(String key, int length) {
        TextField field = new TextField(Language.tell(TEXTS.text(key)));
        field.setMaxLength(length);
        field.setId("series-" + key);
        return field;
    }

    private static IntegerField number(String key, int max) {
        IntegerField field = new IntegerField(Language.tell(TEXTS.text(key)));
        field.setMin(0);
        field.setMax(max);
        field.setId("series-" + key);
        return field;
    }
}
