package org.zaledje.platform.admin.internal.company;

import static org.zaledje.platform.admin.internal.company.CompanyViews.TEXTS;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.zaledje.platform.company.CompanyDetails;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.ui.Language;

/** Fields for what is known of a company. */
final class CompanyFields extends Composite<FormLayout> {

    private static final long serialVersionUID = 1L;

    private final TextField name = text("name", CompanyDetails.NAME_LENGTH_MAX);
    private final ComboBox<String> country = new ComboBox<>(Language.tell(TEXTS.text("country")));
    private final ComboBox<Currency> currency = new ComboBox<>(Language.tell(TEXTS.text("currency")));
    private final TextField registrationNumber = text("registration-number", CompanyDetails.NUMBER_LENGTH_MAX);
    private final TextField taxNumber = text("tax-number", CompanyDetails.NUMBER_LENGTH_MAX);
    private final TextField address = text("address", CompanyDetails.ADDRESS_LENGTH_MAX);
    private final Select<Month> fiscalYearStart = new Select<>();
    private final Select<Locale> language = new Select<>();

    CompanyFields(CompanyDetails details) {
        name.setRequiredIndicatorVisible(true);
        country.setItems(Stream.of(Locale.getISOCountries()).sorted(Comparator.comparing(CompanyFields::country)).toList());
        country.setItemLabelGenerator(CompanyFields::country);
        currency.setItems(Currency.getAvailableCurrencies().stream()
                .sorted(Comparator.comparing(Currency::getCurrencyCode)).toList());
        currency.setItemLabelGenerator(each -> each.getCurrencyCode() + " " + each.getDisplayName(Language.current()));
        currency.setHelperText(Language.tell(TEXTS.text("currency.help")));
        fiscalYearStart.setLabel(Language.tell(TEXTS.text("fiscal-year-start")));
        fiscalYearStart.setItems(Month.values());
        fiscalYearStart.setItemLabelGenerator(
                month -> month.getDisplayName(TextStyle.FULL_STANDALONE, Language.current()));
        language.setLabel(Language.tell(TEXTS.text("language")));
        language.setHelperText(Language.tell(TEXTS.text("language.help")));
        language.setItems(Texts.LOCALES);
        language.setItemLabelGenerator(each -> each.getDisplayLanguage(Language.current()));
        getContent().add(name, taxNumber, registrationNumber, address, country, currency, fiscalYearStart, language);
        getContent().addClassName("z-card");
        setValue(details);
    }

    private void setValue(CompanyDetails details) {
        name.setValue(details.name());
        country.setValue(details.country());
        currency.setValue(details.currency());
        registrationNumber.setValue(details.registrationNumber());
        taxNumber.setValue(details.taxNumber());
        address.setValue(details.address());
        fiscalYearStart.setValue(details.fiscalYearStart());
        language.setValue(details.language());
    }

    /** The currency can't be changed any more. */
    CompanyFields withFixedCurrency() {
        currency.setReadOnly(true);
        return this;
    }

    /** What the fields say; what was emptied and can't be is as it was, for a currency, or refused when it is saved. */
    CompanyDetails value(CompanyDetails before) {
        return new CompanyDetails(name.getValue().strip(), Optional.ofNullable(country.getValue()).orElse(""),
                Optional.ofNullable(currency.getValue()).orElse(before.currency()), registrationNumber.getValue().strip(),
                taxNumber.getValue().strip(), address.getValue().strip(),
                Optional.ofNullable(fiscalYearStart.getValue()).orElse(before.fiscalYearStart()),
                Optional.ofNullable(language.getValue()).orElse(before.language()));
    }

    /** Name of a country in the reader's language. */
    static String country(String code) {
        return new Locale("", code).getDisplayCountry(Language.current());
    }

    private static TextField text(String key, int length) {
        TextField field = new TextField(Language.tell(TEXTS.text(key)));
        field.setId("company-" + key);
        field.setMaxLength(length);
        return field;
    }
}
