package org.zaledje.platform.currency.internal;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.zaledje.platform.currency.ExchangeRate;

/**
 * Reads the European Central Bank's euro foreign exchange reference rates: {@code Cube} elements, one for each day with
 * its {@code time}, in it one for each {@code currency} with its {@code rate}. Currencies that are no more, and rates
 * that were not set, are left out.
 */
final class EcbFile {

    /** The file is not what it should be. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Pattern RATE = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,10})?");
    private static final int DAYS_MAX = 40_000;
    private static final int CURRENCIES_MAX = 300;

    private EcbFile() {
    }

    /**
     * Hands over the rates of one day after the other.
     *
     * @throws Unreadable when it is no such file; days before the fault have been handed over
     */
    static void read(InputStream xml, Consumer<List<ExchangeRate>> day) throws Unreadable {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(xml);
            if (days(reader, day) == 0) {
                throw new Unreadable("no day");
            }
        } catch (XMLStreamException e) {
            throw new Unreadable("line " + Optional.ofNullable(e.getLocation()).map(place -> place.getLineNumber()).orElse(1));
        }
    }

    private static int days(XMLStreamReader reader, Consumer<List<ExchangeRate>> day) throws XMLStreamException, Unreadable {
        int days = 0;
        Optional<LocalDate> current = Optional.empty();
        List<ExchangeRate> rates = new ArrayList<>();
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT || !reader.getLocalName().equals("Cube")) {
                continue;
            }
            String time = reader.getAttributeValue(null, "time");
            if (time != null) {
                hand(rates, day);
                current = Optional.of(date(time, reader));
                days++;
                if (days > DAYS_MAX) {
                    throw new Unreadable("more than " + DAYS_MAX + " days");
                }
            }
            String code = reader.getAttributeValue(null, "currency");
            if (code != null) {
                LocalDate on = current.orElseThrow(() -> new Unreadable(line(reader)));
                rate(on, code, reader.getAttributeValue(null, "rate"), reader).ifPresent(rates::add);
                if (rates.size() > CURRENCIES_MAX) {
                    throw new Unreadable(line(reader));
                }
            }
        }
        hand(rates, day);
        return days;
    }

    private static void hand(List<ExchangeRate> rates, Consumer<List<ExchangeRate>> day) {
        if (!rates.isEmpty()) {
            day.accept(List.copyOf(rates));
            rates.clear();
        }
    }

    private static Optional<ExchangeRate> rate(LocalDate day, String code, String rate, XMLStreamReader reader)
            throws Unreadable {
        if (rate == null || rate.equals("N/A")) {
            return Optional.empty();
        }
        if (!RATE.matcher(rate).matches() || new BigDecimal(rate).signum() == 0) {
            throw new Unreadable(line(reader));
        }
        return currency(code).filter(currency -> !currency.equals(EUR))
                .map(currency -> new ExchangeRate(day, EUR, currency, new BigDecimal(rate), ExchangeRate.ECB));
    }

    private static Optional<Currency> currency(String code) {
        try {
            return Optional.of(Currency.getInstance(code));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static LocalDate date(String text, XMLStreamReader reader) throws Unreadable {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1900 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        throw new Unreadable(line(reader));
    }

    private static String line(XMLStreamReader reader) {
        return "line " + reader.getLocation().getLineNumber();
    }
}
