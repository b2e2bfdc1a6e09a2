package org.zaledje.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.ValueContext;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.text.LocalizedText;

class AmountFieldTest {

    private InTab tab;
    private AmountField field;
    private TextField text;

    @BeforeEach
    void openInSlovenian() {
        tab = new InTab(new Locale("sl"));
        field = new AmountField(LocalizedText.verbatim("Znesek"), Currency.getInstance("EUR"));
        text = field.getContent();
    }

    @AfterEach
    void close() {
        tab.close();
    }

    @Test
    void showsAnAmountAsItsReaderWritesIt() {
        field.setValue(new BigDecimal("1234.5"));
        assertThat(text.getValue()).isEqualTo("1.234,50");
        field.setValue(null);
        assertThat(text.getValue()).isEmpty();
    }

    @Test
    void refusesWhatIsNoAmountAndSaysSo() {
        text.setValue("sto");
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).contains("1.234,50");
        assertThat(field.getDefaultValidator().apply(field.getValue(), new ValueContext()).isError())
                .isTrue();
        text.setValue("100");
        assertThat(field.isInvalid()).isFalse();
        assertThat(field.getValue()).isEqualTo(new BigDecimal("100.00"));
        assertThat(text.getValue()).isEqualTo("100,00");
    }

    @Test
    void refusesMoreDecimalsThanTheCurrencyHas() {
        text.setValue("1,005");
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getValue()).isNull();
    }

    @Test
    void nothingTypedIsNoError() {
        assertThat(field.getDefaultValidator().apply(null, new ValueContext()).isError()).isFalse();
        assertThat(field.isInvalid()).isFalse();
    }
}
