package org.zaledje.platform.ui;

import com.vaadin.flow.component.AbstractCompositeField;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.Validator;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.zaledje.platform.text.LocalizedText;

/**
 * A field for an amount in one currency. Takes numbers as they are written in the reader's language, with or without
 * grouping; shows them with the currency's decimals. Its value is null while nothing, or nothing that is an amount, is
 * typed; in the latter case the field says so, and a binder refuses it.
 */
public final class AmountField extends AbstractCompositeField<TextField, AmountField, BigDecimal>
        implements HasLabel, HasSize, HasStyle, HasValidation, HasValidator<BigDecimal> {

    private static final long serialVersionUID = 1L;

    private final Currency currency;
    private final int decimals;
    private boolean showing;

    /**
     * @param label    what the amount is; not null
     * @param currency its currency; more decimals than it has are refused
     */
    public AmountField(LocalizedText label, Currency currency) {
        this(currency);
        setLabel(Language.tell(label));
    }

    /**
     * A field without a visible label, for a cell of a table.
     *
     * @param accessibleLabel what the amount is, for those who can't see the table's header
     */
    public static AmountField inCell(LocalizedText accessibleLabel, Currency currency) {
        AmountField field = new AmountField(currency);
        AccessibleName.give(field, accessibleLabel);
        field.setWidthFull();
        return field;
    }

    private AmountField(Currency currency) {
        super(null);
        this.currency = currency;
        this.decimals = Math.max(currency.getDefaultFractionDigits(), 0);
        addClassName("z-amount-field");
        TextField text = getContent();
        text.addThemeVariants(TextFieldVariant.LUMO_ALIGN_RIGHT);
        text.setMaxLength(DecimalText.LENGTH_MAX);
        text.setAutocomplete(Autocomplete.OFF);
        text.getElement().setAttribute("inputmode", "decimal");
        text.addValueChangeListener(change -> {
            if (!showing) {
                take();
            }
        });
    }

    private void take() {
        Optional<BigDecimal> amount = read();
        setInvalid(isNoAmount(amount.orElse(null)));
        setErrorMessage(isInvalid() ? whatIsAnAmount() : null);
        amount.ifPresent(this::setPresentationValue);
        setModelValue(amount.orElse(null), true);
    }

    private Optional<BigDecimal> read() {
        return DecimalText.read(getContent().getValue(), Language.current())
                .map(BigDecimal::stripTrailingZeros)
                .filter(amount -> amount.scale() <= decimals)
                .map(amount -> amount.setScale(decimals));
    }

    private boolean isNoAmount(BigDecimal amount) {
        return amount == null && !getContent().isEmpty();
    }

    private String whatIsAnAmount() {
        return KitTexts.tell("amount.invalid", decimals);
    }

    @Override
    protected void setPresentationValue(BigDecimal amount) {
        showing = true;
        getContent().setValue(amount == null ? "" : Formats.current().plainAmount(amount, currency));
        showing = false;
    }

    @Override
    public Validator<BigDecimal> getDefaultValidator() {
        return (amount, context) ->
                isNoAmount(amount) ? ValidationResult.error(whatIsAnAmount()) : ValidationResult.ok();
    }

    @Override
    public void setErrorMessage(String message) {
        getContent().setErrorMessage(message);
    }

    @Override
    public String getErrorMessage() {
        return getContent().getErrorMessage();
    }

    @Override
    public void setInvalid(boolean invalid) {
        getContent().setInvalid(invalid);
    }

    @Override
    public boolean isInvalid() {
        return getContent().isInvalid();
    }
}
