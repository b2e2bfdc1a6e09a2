package org.zaledje.platform.admin.internal.currency;

import static org.zaledje.platform.admin.internal.currency.CurrencyViews.TEXTS;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.FlexComponent.Alignment;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.receivers.FileBuffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.Optional;
import org.zaledje.platform.currency.ExchangeRate;
import org.zaledje.platform.currency.ExchangeRates;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.DateField;
import org.zaledje.platform.ui.EmptyState;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.ViewLayout;

/** All exchange rates, a line to add one, and a place to drop the central bank's file. */
final class RatesView extends ViewLayout {

    private static final long serialVersionUID = 1L;
    private static final String OWN = "OWN";

    private final transient ExchangeRates rates;
    private final RecordList<ExchangeRate> list;

    RatesView(ExchangeRates rates, Clock clock) {
        super(TEXTS.text("rates"));
        this.rates = rates;
        this.list = new RecordList<ExchangeRate>(ExchangeRates.RATES, rates::list)
                .date(TEXTS.text("day"), ExchangeRate::day).field("day")
                .text(TEXTS.text("base"), rate -> "1 " + rate.base()).field("base")
                .number(TEXTS.text("rate"), ExchangeRate::rate)
                .text(TEXTS.text("quote"), rate -> rate.quote().getCurrencyCode()).field("quote")
                .text(TEXTS.text("source"), rate -> rate.source().equals(OWN)
                        ? Language.tell(TEXTS.text("source.own")) : rate.source()).field("source")
                .whenEmpty(new EmptyState("exchange", TEXTS.text("none"), TEXTS.text("none.todo")));
        setActions(upload());
        list.getElement().getStyle().set("min-height", "24rem");
        setContent(newRate(LocalDate.now(clock)), list);
    }

    private Component newRate(LocalDate today) {
        DateField day = new DateField(TEXTS.text("day"));
        day.setValue(today);
        ComboBox<Currency> base = currencies(TEXTS.text("base"));
        base.setValue(Currency.getInstance("EUR"));
        BigDecimalField rate = new BigDecimalField(Language.tell(TEXTS.text("rate")));
        rate.setLocale(Language.current());
        ComboBox<Currency> quote = currencies(TEXTS.text("quote"));
        Button keep = new Button(Language.tell(TEXTS.text("keep")));
        keep.setId("keep-rate");
        keep.addClickListener(click -> {
            day.setInvalid(day.isEmpty());
            base.setInvalid(base.isEmpty());
            rate.setInvalid(rate.isEmpty());
            quote.setInvalid(quote.isEmpty());
            if (!day.isEmpty() && !base.isEmpty() && !rate.isEmpty() && !quote.isEmpty()) {
                keep(day, base, rate, quote);
            }
        });
        FlexLayout line = new FlexLayout(day, base, rate, quote, keep);
        line.setAlignItems(Alignment.BASELINE);
        line.setFlexWrap(FlexLayout.FlexWrap.WRAP);
        line.getStyle().set("gap", "var(--lumo-space-s)");
        return line;
    }

    private void keep(DateField day, ComboBox<Currency> base, BigDecimalField rate, ComboBox<Currency> quote) {
        Optional<ExchangeRate> written = written(day, base, rate, quote);
        if (written.isEmpty()) {
            rate.setErrorMessage(Language.tell(TEXTS.text("rate.invalid")));
            rate.setInvalid(true);
        } else if (Messages.attempt(() -> rates.put(written.get()))) {
            Messages.success(TEXTS.text("kept"));
            rate.clear();
            list.refresh();
        }
    }

    private static Optional<ExchangeRate> written(DateField day, ComboBox<Currency> base, BigDecimalField rate,
            ComboBox<Currency> quote) {
        try {
            return Optional.of(new ExchangeRate(day.getValue(), base.getValue(), quote.getValue(), rate.getValue(), OWN));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ComboBox<Currency> currencies(LocalizedText label) {
        ComboBox<Currency> field = new ComboBox<>(Language.tell(label));
        field.setItems(Currency.getAvailableCurrencies().stream()
                .sorted(Comparator.comparing(Currency::getCurrencyCode)).toList());
        field.setItemLabelGenerator(currency -> currency.getCurrencyCode() + " " + currency.getDisplayName(Language.current()));
        field.setRenderer(new com.vaadin.flow.data.renderer.TextRenderer<>(
                currency -> currency.getCurrencyCode() + " " + currency.getDisplayName(Language.current())));
        return field;
    }

    private Upload upload() {
        FileBuffer file = new FileBuffer();
        Upload upload = new Upload(file);
        upload.setAcceptedFileTypes(".xml", "application/xml", "text/xml");
        upload.setMaxFileSize((int) ExchangeRates.FILE_BYTES_MAX);
        upload.setUploadButton(new Button(Language.tell(TEXTS.text("import"))));
        upload.setDropLabel(new Span(Language.tell(TEXTS.text("import.drop"))));
        upload.addSucceededListener(done -> {
            Messages.attempt(() -> {
                try (InputStream xml = file.getInputStream()) {
                    Messages.success(TEXTS.text("imported", rates.importEcb(xml)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            upload.clearFileList();
            list.refresh();
        });
        upload.addFileRejectedListener(rejected -> Messages.problem(TEXTS.text("import.rejected")));
        return upload;
    }
}
