package org.zaledje.samples.notes.internal.gallery;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListField;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.ui.AmountField;
import org.zaledje.platform.ui.Badge;
import org.zaledje.platform.ui.Code;
import org.zaledje.platform.ui.Confirmation;
import org.zaledje.platform.ui.DateField;
import org.zaledje.platform.ui.Download;
import org.zaledje.platform.ui.EmptyState;
import org.zaledje.platform.ui.Facts;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.MasterDetail;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.ViewLayout;
import org.zaledje.platform.ui.chart.Bar;
import org.zaledje.platform.ui.chart.BarChart;
import org.zaledje.platform.ui.record.ReferenceField;

/** Every piece of the kit that a page can be built of, with content that is only there to be looked at. */
public final class GalleryView extends ViewLayout {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.beside(GalleryView.class);
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final ListSchema MONTHS = ListSchema.keyed("notes.gallery", ListField.of("month", FieldType.INTEGER), "month");

    public GalleryView() {
        super(title());
        onKey("g", TEXTS.text("key"), () -> Messages.success(TEXTS.text("key.pressed")));
        setContent(section("list", list()), section("chart", chart()), section("fields", fields()),
                section("facts", facts()), section("messages", messages()), section("empty", empty()));
    }

    public static LocalizedText title() {
        return TEXTS.text("gallery");
    }

    private static Section section(String name, Component content) {
        Section section = new Section(new H2(Language.tell(TEXTS.text(name))), content);
        section.setId("gallery-" + name);
        return section;
    }

    private static Component list() {
        RecordList<Month> list = new RecordList<Month>(MONTHS, GalleryView::months)
                .text(TEXTS.text("month"), GalleryView::name).field("month")
                .number(TEXTS.text("days"), month -> BigDecimal.valueOf(YearMonth.of(2026, month).lengthOfMonth()))
                .amount(TEXTS.text("sales"), GalleryView::sales, month -> EURO)
                .date(TEXTS.text("first"), month -> LocalDate.of(2026, month, 1))
                .state(TEXTS.text("state"), month -> TEXTS.text(month.getValue() < 7 ? "closed" : "open"),
                        month -> month.getValue() < 7 ? Badge.Mood.GOOD : Badge.Mood.OPEN)
                .withinPage();
        return new MasterDetail<>(list, month -> new Facts().add(TEXTS.text("month"), name(month))
                .add(TEXTS.text("days"), String.valueOf(YearMonth.of(2026, month).lengthOfMonth()))
                .add(TEXTS.text("sales"), Formats.current().amount(sales(month), EURO)));
    }

    private static Page<Month> months(ListQuery query) {
        boolean backwards = query.sort().stream().anyMatch(key -> key.descending());
        List<Month> months = List.of(Month.values());
        return new Page<>(backwards ? months.stream().sorted(Comparator.reverseOrder()).toList() : months,
                Optional.empty());
    }

    private static String name(Month month) {
        return month.getDisplayName(TextStyle.FULL_STANDALONE, Language.current());
    }

    private static BigDecimal sales(Month month) {
        return BigDecimal.valueOf(100_000L + 7_919L * month.getValue() * month.getValue() % 90_000, 2);
    }

    private static Component chart() {
        return new BarChart(TEXTS.text("chart.sales"), TEXTS.text("month"), TEXTS.text("sales"),
                Stream.of(Month.values()).map(month -> new Bar(name(month), sales(month),
                        Formats.current().amount(sales(month), EURO), "notes?writtenAt.from=" + LocalDate.of(2026, month, 1)
                        + "T00:00:00Z")).toList());
    }

    private static Component fields() {
        return new FormLayout(new DateField(TEXTS.text("first")), new AmountField(TEXTS.text("sales"), EURO),
                new ReferenceField(TEXTS.text("reference"), "accounting.invoice"));
    }

    private static Component facts() {
        return new Facts().add(TEXTS.text("month"), name(Month.MAY)).add(TEXTS.text("state"), new Badge(TEXTS.text("open"), Badge.Mood.OPEN))
                .add(TEXTS.text("command"), new Code("./zaledje deploy notes"))
                .add(TEXTS.text("file"), new Download(TEXTS.text("file.get"), "gallery.txt", "text/plain",
                        () -> "gallery".getBytes(StandardCharsets.UTF_8)));
    }

    private static Component messages() {
        Div buttons = new Div(
                button("success", () -> Messages.success(TEXTS.text("success.told"))),
                button("undo", () -> Messages.undoable(TEXTS.text("undo.told"), () -> Messages.success(TEXTS.text("undo.done")))),
                button("problem", () -> Messages.problem(ProblemException.rulesBroken("notes.gallery", TEXTS.text("problem.told"),
                        List.of(Violation.error("notes.gallery.rule", TEXTS.text("problem.rule"), ""))))),
                button("ask", () -> Confirmation.ask(TEXTS.text("ask"), TEXTS.text("ask.means"), TEXTS.text("ask.agree"),
                        () -> Messages.success(TEXTS.text("success.told")))));
        buttons.addClassName("z-form-buttons");
        return buttons;
    }

    private static Button button(String name, Runnable work) {
        Button button = new Button(Language.tell(TEXTS.text(name)), click -> work.run());
        button.setId("gallery-" + name + "-button");
        return button;
    }

    private static Component empty() {
        return new EmptyState("notebook", TEXTS.text("empty.none"), TEXTS.text("empty.todo"));
    }
}
