package org.zaledje.platform.ui.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.Language;

/**
 * A field of a form: what it shows of a record, what was typed, and what somebody else has put there meanwhile.
 *
 * @param <V> what the component holds; empty texts and null are the same
 */
final class FormField<T, V> {

    private final String name;
    private final LocalizedText label;
    private final HasValue<?, V> input;
    private final Function<T, V> value;
    private final Function<V, String> words;
    private V shown;
    private boolean required;
    private String help = "";

    /**
     * @param words how a value is told to people
     */
    <C extends Component & HasValueAndElement<?, V>> FormField(String name, LocalizedText label, C component, Function<T, V> value,
            Function<V, String> words) {
        this.name = name;
        this.label = label;
        this.input = component;
        this.value = value;
        this.words = words;
        this.shown = component.getEmptyValue();
        component.setId("field-" + name);
    }

    String name() {
        return name;
    }

    LocalizedText label() {
        return label;
    }

    Component component() {
        return (Component) input;
    }

    Object typed() {
        return input.isEmpty() ? null : input.getValue();
    }

    void whenTyped(Runnable changed) {
        input.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                tellProblem("");
            }
            changed.run();
        });
    }

    void require() {
        required = true;
        input.setRequiredIndicatorVisible(true);
    }

    void help(LocalizedText text) {
        help = Language.tell(text);
        helper(new Span(help));
    }

    void readOnly(boolean only) {
        input.setReadOnly(only);
    }

    boolean isMissing() {
        return required && (input.isEmpty() || typed() instanceof String text && text.isBlank());
    }

    /** Whether what it holds can't be read, and it says so itself. */
    boolean isUnreadable() {
        return input.isEmpty() && input instanceof HasValidation validation && validation.isInvalid();
    }

    /** Shows what a record holds. */
    void show(T record) {
        set(Optional.ofNullable(value.apply(record)).orElse(input.getEmptyValue()));
    }

    /** Shows nothing. */
    void empty() {
        set(input.getEmptyValue());
    }

    private void set(V now) {
        shown = now;
        input.setValue(now);
        tellProblem("");
        helper(help.isEmpty() ? null : new Span(help));
    }

    boolean isChanged() {
        return !Objects.equals(shown, input.getValue());
    }

    /**
     * Takes in what somebody else has saved. Where only they have changed it, it is shown; where both have, theirs stands
     * below what was typed.
     *
     * @return whether both have
     */
    boolean meet(T theirs) {
        V their = Optional.ofNullable(value.apply(theirs)).orElse(input.getEmptyValue());
        if (Objects.equals(their, shown)) {
            return false;
        }
        if (!isChanged() || Objects.equals(their, input.getValue())) {
            set(their);
            return false;
        }
        shown = their;
        helper(offer(their));
        return true;
    }

    private Component offer(V their) {
        String told = Objects.equals(their, input.getEmptyValue()) ? RecordTexts.tell("conflict.empty") : words.apply(their);
        Button take = new Button(RecordTexts.tell("conflict.take"), click -> {
            set(their);
            focus();
        });
        take.addThemeVariants(ButtonVariant.LUMO_SMALL);
        take.setId("take-" + name);
        take.getElement().setAttribute("aria-label", RecordTexts.tell("conflict.take.of", label));
        Div offer = new Div(new Span(RecordTexts.tell("conflict.theirs", told)), take);
        offer.addClassName("z-theirs");
        offer.setId("theirs-" + name);
        return offer;
    }

    private void helper(Component helper) {
        if (input instanceof HasHelper field) {
            field.setHelperComponent(helper);
        }
    }

    /** Says at the field what is wrong; empty for nothing. */
    void tellProblem(String problem) {
        if (input instanceof HasValidation field) {
            field.setErrorMessage(problem);
            field.setInvalid(!problem.isEmpty());
        }
    }

    void focus() {
        component().getElement().callJsFunction("focus");
    }
}
