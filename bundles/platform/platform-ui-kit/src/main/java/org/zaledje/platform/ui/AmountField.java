package org.zaledje.platform.ui;

import com.vaadin.flow.component.customfield.CustomField;
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
 * grouping; shows them with the currency's decimals. Its value is null while nothing, or nothing that is an amount, is typed;
 * in the latter case the field says so, and a binder refuses it.
 */
public final class AmountField extends CustomField<BigDecimal> implements HasValidator<BigDecimal> {

    private static final long serialVersionUID = 1L;

    private final TextField text = new TextField();
    private final Currency currency;

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
        field.text.getElement().setAttribute("aria-label", Language.tell(accessibleLabel));
        return field;
    }

    private AmountField(Currency currency) {
        this.currency = currency;
        addClassName("z-amount-field");
        text.addThemeVariants(TextFieldVariant.LUMO_ALIGN_RIGHT);
        text.setMaxLength(DecimalText.LENGTH_MAX);
        text.setAutocomplete(Autocomplete.OFF);
        text.getElement().setAttribute("inputmode", "decimal");
        text.setWidthFull();
        text.addValueChangeListener(typed -> showWhatWasUnderstood());
        add(text);
    }

    private void showWhatWasUnderstood() {
        Optional<BigDecimal> amount = read();
        setInvalid(amount.isEmpty() && !text.isEmpty());
        text.setInvalid(isInvalid());
        setErrorMessage(isInvalid() ? KitTexts.tell("amount.invalid", currency.getDefaultFractionDigits()) : null);
        amount.ifPresent(this::setPresentationValue);
    }

    private Optional<BigDecimal> read() {
        return DecimalText.read(text.getValue(), Language.current())
                .map(amount -> amount.stripTrailingZeros())
                .filter(amount -> amount.scale() <= currency.getDefaultFractionDigits())
                .map(amount -> amount.setScale(Math.max(currency.getDefaultFractionDigits(), 0)));
    }

    @Override
    protected BigDecimal generateModelValue() {
        return read().orElse(null);
    }

    @Override
    protected void setPresentationValue(BigDecimal amount) {
        text.setValue(amount == null ? "" : Formats.current().plainAmount(amount, currency));
    }

    @Override
    public Validator<BigDecimal> getDefaultValidator() {
        return (amount, context) -> amount == null && !text.isEmpty()
                ? ValidationResult.error(KitTexts.tell("amount.invalid", currency.getDefaultFractionDigits()))
                : ValidationResult.ok();
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        super.setReadOnly(readOnly);
        text.setReadOnly(readOnly);
    }
}
