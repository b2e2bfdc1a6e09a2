package org.zaledje.accounting.ui.internal;

import static org.zaledje.accounting.ui.internal.AccountingViews.TEXTS;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.FlexComponent;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.zaledje.accounting.ledger.ChartOfAccounts;
import org.zaledje.accounting.ledger.EntryDraft;
import org.zaledje.accounting.ledger.EntryLine;
import org.zaledje.platform.ui.DateField;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Language;

/** Fields for a journal entry, with the difference of its debits and credits always in sight. */
final class EntryEditor extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient ChartOfAccounts chart;
    private final Currency currency;
    private final DateField date = new DateField(TEXTS.text("date"));
    private final TextField description = new TextField(Language.tell(TEXTS.text("description")));
    private final Grid<EntryLineFields> grid = new Grid<>();
    private final List<EntryLineFields> lines = new ArrayList<>();
    private final Div sums = new Div();
    private String journal;

    EntryEditor(ChartOfAccounts chart, Currency currency) {
        this.chart = chart;
        this.currency = currency;
        date.setRequiredIndicatorVisible(true);
        description.setWidth("24em");
        description.setMaxLength(200);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setAllRowsVisible(true);
        grid.setId("entry-lines");
        column("account", EntryLineFields::account, "16em", 2);
        column("description", EntryLineFields::description, "12em", 2);
        column("debit", EntryLineFields::debit, "9em", 1);
        column("credit", EntryLineFields::credit, "9em", 1);
        grid.addComponentColumn(this::removal).setWidth("4em").setFlexGrow(0);
        Button add = new Button(Language.tell(TEXTS.text("line.add")), VaadinIcon.PLUS.create(), click -> addLine(Optional.empty()));
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        sums.setId("entry-sums");
        FlexLayout foot = new FlexLayout(add, sums);
        foot.setJustifyContentMode(FlexComponent.JustifyContentMode.BETWEEN);
        foot.setAlignItems(FlexComponent.Alignment.CENTER);
        foot.setFlexWrap(FlexLayout.FlexWrap.WRAP);
        FlexLayout head = new FlexLayout(date, description);
        head.setFlexWrap(FlexLayout.FlexWrap.WRAP);
        head.getStyle().set("gap", "var(--lumo-space-m)");
        getContent().add(head, grid, foot);
    }

    private void column(String text, Function<EntryLineFields, com.vaadin.flow.component.Component> field, String width, int grow) {
        grid.addComponentColumn(field::apply).setHeader(Language.tell(TEXTS.text(text))).setWidth(width).setFlexGrow(grow);
    }

    void setDraft(EntryDraft draft) {
        journal = draft.journal();
        date.setValue(draft.date());
        description.setValue(draft.description());
        lines.clear();
        draft.lines().forEach(line -> addLine(Optional.of(line)));
        while (lines.size() < 2) {
            addLine(Optional.empty());
        }
        changed();
    }

    /** What the fields say now; an empty date is today, lines without account and amount are left out. */
    EntryDraft draft() {
        LocalDate day = date.getOptionalValue().orElseGet(LocalDate::now);
        List<EntryLine> filled = lines.stream().filter(line -> !line.isEmpty()).map(EntryLineFields::value).toList();
        return new EntryDraft(day, journal, description.getValue().strip(), filled);
    }

    private void addLine(Optional<EntryLine> content) {
        EntryLineFields line = new EntryLineFields(chart, currency, this::showSums);
        content.ifPresent(line::setValue);
        lines.add(line);
        changed();
    }

    private Button removal(EntryLineFields line) {
        Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> {
            lines.remove(line);
            changed();
        });
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        remove.getElement().setAttribute("aria-label", Language.tell(TEXTS.text("line.remove")));
        return remove;
    }

    private void changed() {
        grid.setItems(lines);
        showSums();
    }

    private void showSums() {
        BigDecimal debit = sum(EntryLine::debit);
        BigDecimal credit = sum(EntryLine::credit);
        BigDecimal difference = debit.subtract(credit);
        Formats formats = Formats.current();
        sums.setText(Language.tell(TEXTS.text("sums", formats.amount(debit, currency), formats.amount(credit, currency),
                formats.amount(difference, currency))));
        sums.getStyle().set("color", difference.signum() == 0 ? "var(--lumo-secondary-text-color)" : "var(--lumo-error-text-color)");
    }

    private BigDecimal sum(Function<EntryLine, BigDecimal> side) {
        return lines.stream().map(EntryLineFields::value).map(side).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
