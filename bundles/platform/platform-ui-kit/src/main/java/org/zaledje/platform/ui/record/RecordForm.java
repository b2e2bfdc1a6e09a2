package org.zaledje.platform.ui.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.DateField;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Language;

/**
 * A form bound to a record. What the service objects to stands at the field that it is about: a violation's location names
 * it, {@code /title} the field {@code title}. When somebody else has saved the record meanwhile, their value stands below
 * what was typed, and saving once more decides. For the thread that holds the UI's lock.
 *
 * @param <T> a record
 */
public final class RecordForm<T> extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final int COLUMNS = 2;

    private final FormLayout layout = new FormLayout();
    private final transient Map<String, FormField<T, ?>> fields = new LinkedHashMap<>();
    private final transient FormActions<T> actions = new FormActions<>(this);
    private transient FormField<T, ?> last;

    public RecordForm() {
        layout.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("40rem", COLUMNS));
        getContent().addClassNames("z-form", "z-card");
        getContent().add(actions.notice(), layout, actions.buttons());
        FormGuard.watch(getContent());
    }

    /** Adds a line of text. */
    public RecordForm<T> text(String name, LocalizedText label, Function<T, String> value, int lengthMax) {
        TextField field = new TextField(Language.tell(label));
        field.setMaxLength(lengthMax);
        return add(name, label, field, value, Function.identity());
    }

    /** Adds a text of several lines. */
    public RecordForm<T> area(String name, LocalizedText label, Function<T, String> value, int lengthMax) {
        TextArea field = new TextArea(Language.tell(label));
        field.setMaxLength(lengthMax);
        add(name, label, field, value, Function.identity());
        layout.setColspan(field, COLUMNS);
        return this;
    }

    /** Adds a day. */
    public RecordForm<T> date(String name, LocalizedText label, Function<T, Optional<LocalDate>> value) {
        return add(name, label, new DateField(label), value.andThen(day -> day.orElse(null)), Formats.current()::date);
    }

    /** Adds a number. */
    public RecordForm<T> number(String name, LocalizedText label, Function<T, Optional<BigDecimal>> value) {
        BigDecimalField field = new BigDecimalField(Language.tell(label));
        field.setLocale(Language.current());
        return add(name, label, field, value.andThen(number -> number.orElse(null)), Formats.current()::number);
    }

    /** Adds a yes or no. */
    public RecordForm<T> flag(String name, LocalizedText label, Predicate<T> value) {
        return add(name, label, new Checkbox(Language.tell(label)), value::test,
                yes -> RecordTexts.tell(yes ? "yes" : "no"));
    }

    /** Adds a choice among constants. */
    public <E extends Enum<E>> RecordForm<T> choice(String name, LocalizedText label, Class<E> constants, Function<T, E> value,
            Function<E, LocalizedText> words) {
        return choice(name, label, Arrays.asList(constants.getEnumConstants()), value.andThen(Optional::ofNullable),
                constant -> Language.tell(words.apply(constant)));
    }

    /** Adds a choice among a few values, which is found by typing a part of its words. */
    public <C> RecordForm<T> choice(String name, LocalizedText label, List<C> choices, Function<T, Optional<C>> value,
            Function<C, String> words) {
        ComboBox<C> box = new ComboBox<>(Language.tell(label));
        box.setItems(choices);
        box.setItemLabelGenerator(words::apply);
        box.setClearButtonVisible(true);
        return add(name, label, box, value.andThen(choice -> choice.orElse(null)), words);
    }

    /** Adds a record of any function that offers its type as a {@link org.zaledje.platform.reference.ReferenceSource}. */
    public RecordForm<T> reference(String name, LocalizedText label, String type, Function<T, Optional<String>> id) {
        return add(name, label, new ReferenceField(label, type), id.andThen(given -> given.orElse(null)), Function.identity());
    }

    /** Adds a field of any kind. */
    public <C extends Component & HasValueAndElement<?, V>, V> RecordForm<T> add(String name, LocalizedText label, C component,
            Function<T, V> value, Function<V, String> words) {
        FormField<T, V> field = new FormField<>(name, label, component, value, words);
        field.whenTyped(actions::typed);
        fields.put(name, field);
        last = field;
        layout.add(component);
        return this;
    }

    /** Nothing is saved while the field before is empty. */
    public RecordForm<T> required() {
        last.require();
        return this;
    }

    /** Puts a word of help below the field before. */
    public RecordForm<T> help(LocalizedText text) {
        last.help(text);
        return this;
    }

    /**
     * Says how a record is changed.
     *
     * @param save changes the record that was read, in that version, and answers it as it is then; may throw a
     *             ProblemException
     */
    public RecordForm<T> saving(BiFunction<T, FormInput, T> save) {
        actions.saving(save);
        return this;
    }

    /** Says how a new record is made, and answered. */
    public RecordForm<T> creating(Function<FormInput, T> create) {
        actions.creating(create);
        return this;
    }

    /** Says how a record is deleted, which its reader is asked about. */
    public RecordForm<T> deleting(Consumer<T> delete) {
        actions.deleting(delete, Optional.empty());
        return this;
    }

    /**
     * Says how a record is deleted, at once, and brought back when its reader says so within ten seconds.
     *
     * @param restore makes the record again, as it was
     */
    public RecordForm<T> deleting(Consumer<T> delete, Consumer<T> restore) {
        actions.deleting(delete, Optional.of(restore));
        return this;
    }

    /** Says which records its reader may change; the others are only shown. */
    public RecordForm<T> editable(Predicate<T> may) {
        actions.editable(may);
        return this;
    }

    /** Whether its reader would lose what they have typed. */
    public boolean hasUnsavedInput() {
        return fields.values().stream().anyMatch(FormField::isChanged);
    }

    FormActions<T> actions() {
        return actions;
    }

    Stream<FormField<T, ?>> fields() {
        return fields.values().stream();
    }

    Optional<FormField<T, ?>> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    FormInput input() {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.values().forEach(field -> values.put(field.name(), field.typed()));
        return new FormInput(values);
    }
}
