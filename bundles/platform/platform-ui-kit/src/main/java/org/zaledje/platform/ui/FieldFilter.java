package org.zaledje.platform.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zaledje.platform.list.Comparison;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListField;
import org.zaledje.platform.list.ListFilter;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.RangeText.Span;

/** Narrows a list by one of its fields; stands in the header of the field's column. */
final class FieldFilter implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int TYPING_MILLIS = 400;
    /** The column's width is made by its values, and at least this. */
    private static final String WIDTH = "6.5em";
    private static final String VARIANT = "small";

    private final transient ListField field;
    private final transient Runnable changed;
    private final transient Component input;
    private transient List<ListFilter> filters = List.of();

    private FieldFilter(ListField field, LocalizedText name, Function<String, LocalizedText> choice, Runnable changed) {
        this.field = field;
        this.changed = changed;
        this.input = field.comparisons().isEmpty() ? null
                : field.choices().isEmpty() && field.type() != FieldType.BOOLEAN ? text() : choices(choice);
        if (input != null) {
            input.setId("filter-" + field.name());
            input.getElement().getStyle().set("--vaadin-field-default-width", WIDTH);
            AccessibleName.give(input, KitTexts.text("filter.of", name));
        }
    }

    /**
     * The filter of a field.
     *
     * @param name    what its column is called
     * @param choice  what a choice is called
     * @param changed called after it has changed
     */
    static FieldFilter of(ListField field, LocalizedText name, Function<String, LocalizedText> choice, Runnable changed) {
        return new FieldFilter(field, name, choice, changed);
    }

    /** What its reader fills in; empty when the list can't be narrowed by the field. */
    Optional<Component> input() {
        return Optional.ofNullable(input);
    }

    List<ListFilter> filters() {
        return filters;
    }

    /** Shows filters of this field, or none, without telling that it has changed. */
    void show(List<ListFilter> wanted) {
        filters = List.copyOf(wanted);
        if (input instanceof TextField text) {
            text.setInvalid(false);
            text.setValue(FilterText.of(wanted));
        } else if (input instanceof MultiSelectComboBox<?> box) {
            @SuppressWarnings("unchecked")
            MultiSelectComboBox<String> choices = (MultiSelectComboBox<String>) box;
            choices.setValue(wanted.stream().flatMap(filter -> filter.values().stream()).map(Object::toString)
                    .collect(Collectors.toSet()));
        }
    }

    private Component text() {
        TextField text = new TextField();
        text.addThemeVariants(TextFieldVariant.LUMO_SMALL);
        text.setWidthFull();
        text.setMaxLength(FieldType.VALUE_LENGTH_MAX);
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(TYPING_MILLIS);
        String hint = KitTexts.tell("filter.hint." + kind());
        text.setPlaceholder(hint);
        text.getElement().setAttribute("title", KitTexts.tell("filter.help." + kind()));
        text.addValueChangeListener(change -> {
            if (text.getValue().equals(FilterText.of(filters))) {
                return;
            }
            Optional<List<ListFilter>> read = read(text.getValue().strip());
            text.setInvalid(read.isEmpty());
            text.setErrorMessage(read.isEmpty() ? KitTexts.tell("filter.help." + kind()) : "");
            narrow(read.orElse(List.of()));
        });
        return text;
    }

    private Component choices(Function<String, LocalizedText> choice) {
        MultiSelectComboBox<String> box = new MultiSelectComboBox<>();
        box.setItems(field.type() == FieldType.BOOLEAN ? List.of("true", "false") : field.choices());
        box.setItemLabelGenerator(value -> Language.tell(choice.apply(value)));
        box.setWidthFull();
        box.setClearButtonVisible(true);
        box.setPlaceholder(KitTexts.tell("filter.hint.all"));
        box.getElement().getThemeList().add(VARIANT);
        box.addValueChangeListener((HasValue.ValueChangeListener<AbstractField.ComponentValueChangeEvent<
                MultiSelectComboBox<String>, java.util.Set<String>>>) change -> narrow(box.getValue().isEmpty() ? List.of()
                        : List.of(new ListFilter(field.name(), Comparison.EQUAL, box.getValue().stream()
                                .map(value -> field.type() == FieldType.BOOLEAN ? (Object) Boolean.valueOf(value) : value)
                                .toList()))));
        return box;
    }

    private void narrow(List<ListFilter> now) {
        if (!now.equals(filters)) {
            filters = now;
            changed.run();
        }
    }

    /** What kind of hint it needs. */
    private String kind() {
        return switch (field.type()) {
            case DATE, MOMENT -> "days";
            case DECIMAL, INTEGER -> "numbers";
            default -> has(Comparison.CONTAINS) ? "contains" : has(Comparison.PREFIX) ? "prefix" : "equal";
        };
    }

    private boolean has(Comparison comparison) {
        return field.comparisons().contains(comparison);
    }

    /** What the text means; empty when it can't be read. */
    private Optional<List<ListFilter>> read(String text) {
        if (text.isEmpty()) {
            return Optional.of(List.of());
        }
        return switch (field.type()) {
            case TEXT -> Optional.of(List.of(ListFilter.of(field.name(), textComparison(), text)));
            case DATE -> RangeText.read(text, DayText::read).map(range -> range(range.from(), range.to()));
            case MOMENT -> RangeText.read(text, DayText::read).map(range -> range(
                    range.from().map(day -> day.atStartOfDay(ZoneId.systemDefault()).toInstant()),
                    range.to().map(FieldFilter::nextDay).map(day -> day.atStartOfDay(ZoneId.systemDefault()).toInstant())));
            case DECIMAL -> RangeText.read(text, FieldFilter::number).map(range -> range(range.from(), range.to()));
            case INTEGER -> RangeText.read(text, FieldFilter::number).map(range -> range(
                    range.from().map(BigDecimal::longValue), range.to().map(BigDecimal::longValue)));
            default -> Optional.empty();
        };
    }

    private Comparison textComparison() {
        return has(Comparison.CONTAINS) ? Comparison.CONTAINS
                : has(Comparison.PREFIX) ? Comparison.PREFIX : Comparison.EQUAL;
    }

    private List<ListFilter> range(Optional<?> from, Optional<?> to) {
        List<ListFilter> ends = new ArrayList<>();
        from.ifPresent(value -> ends.add(ListFilter.of(field.name(), Comparison.FROM, value)));
        to.ifPresent(value -> ends.add(ListFilter.of(field.name(), Comparison.TO, value)));
        return ends;
    }

    private static LocalDate nextDay(LocalDate day) {
        return day.plusDays(1);
    }

    private static Optional<Span<BigDecimal>> number(String text) {
        Locale language = Language.current();
        return DecimalText.read(text, language).map(number -> new Span<>(number, number));
    }
}
