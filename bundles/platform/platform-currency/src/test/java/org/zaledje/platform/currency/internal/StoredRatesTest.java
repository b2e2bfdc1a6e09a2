package org.zaledje.platform.currency.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.currency.ExchangeRate;
import org.zaledje.platform.currency.Money;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.security.Callers;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;

class StoredRatesTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final String FILE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
              <gesmes:subject>Reference rates</gesmes:subject>
              <Cube>
                <Cube time="2026-11-20"><Cube currency="USD" rate="1.25"/><Cube currency="JPY" rate="160.5"/></Cube>
                <Cube time="2026-11-19"><Cube currency="USD" rate="1.20"/><Cube currency="XYZ" rate="3"/><Cube currency="JPY" rate="N/A"/></Cube>
              </Cube>
            </gesmes:Envelope>
            """;

    private final List<Change> audited = new ArrayList<>();

    private interface Work {
        void with(StoredRates rates) throws Exception;
    }

    private void on(Engine engine, Work work) throws Exception {
        Callers everybody = (Callers) Proxy.newProxyInstance(Callers.class.getClassLoader(), new Class<?>[] {Callers.class},
                (proxy, method, arguments) -> null);
        try (TestDatabase database = engine.create()) {
            work.with(new StoredRates(database.migrate("db/currency/changelog.xml").jpa("currency"), database.dataSource(), everybody,
                    audited::add));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileOfTheCentralBankIsKeptOnceAndCorrectedByALaterOne(Engine engine) throws Exception {
        on(engine, rates -> {
            assertEquals(3, rates.importEcb(stream(FILE)));
            assertEquals(0, rates.importEcb(stream(FILE)));
            assertEquals(1, rates.importEcb(stream(FILE.replace("1.20", "1.21"))));
            assertEquals(Optional.of(new BigDecimal("1.21")), rates.find(EUR, USD, LocalDate.of(2026, 11, 19)));
        });
    }

    @ParameterizedTest
    @EnumSource
    void aRateHoldsOverTheWeekendTheOtherWayRoundAndByWayOfTheEuro(Engine engine) throws Exception {
        on(engine, rates -> {
            rates.importEcb(stream(FILE));
            assertEquals(Optional.of(new BigDecimal("1.25")), rates.find(EUR, USD, FRIDAY.plusDays(10)));
            assertEquals(Optional.empty(), rates.find(EUR, USD, FRIDAY.plusDays(11)));
            assertEquals(Optional.empty(), rates.find(EUR, USD, LocalDate.of(2026, 11, 18)));
            assertEquals(new Money(new BigDecimal("10.00"), EUR),
                    rates.convert(new Money(new BigDecimal("12.50"), USD), EUR, FRIDAY));
            assertEquals(new Money(new BigDecimal("12840"), JPY),
                    rates.convert(new Money(new BigDecimal("100"), USD), JPY, FRIDAY));
            assertEquals(0, rates.find(USD, JPY, FRIDAY).orElseThrow()
                    .compareTo(new BigDecimal("160.5").divide(new BigDecimal("1.25"), MathContext.DECIMAL128)));
            assertEquals(Kind.RULES_BROKEN, assertThrows(ProblemException.class,
                    () -> rates.convert(Money.zero(EUR), Currency.getInstance("CHF"), FRIDAY)).kind());
        });
    }

    @ParameterizedTest
    @EnumSource
    void ofAFileThatCannotBeReadToItsEndNothingIsKept(Engine engine) throws Exception {
        on(engine, rates -> {
            for (String bad : List.of(FILE.substring(0, FILE.length() - 60), "", "<a/>", FILE.replace("1.20", "-1"),
                    FILE.replace("2026-11-19", "2026-13-19"), FILE.replace("1.20", "0.0"),
                    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>")) {
                assertEquals(Kind.UNREADABLE,
                        assertThrows(ProblemException.class, () -> rates.importEcb(stream(bad)), bad).kind());
            }
            assertTrue(rates.list(Optional.empty(), PageRequest.first(5)).items().isEmpty());
        });
    }

    @ParameterizedTest
    @EnumSource
    void ratesAreListedPageByPageNewestFirst(Engine engine) throws Exception {
        on(engine, rates -> {
            rates.importEcb(stream(FILE));
            rates.put(new ExchangeRate(FRIDAY, EUR, USD, new BigDecimal("1.3"), "BANK"));
            List<String> seen = new ArrayList<>();
            Optional<String> cursor = Optional.empty();
            do {
                Page<ExchangeRate> page = rates.list(Optional.empty(), new PageRequest(1, cursor));
                page.items().forEach(rate -> seen.add(rate.day() + " " + rate.source() + " " + rate.quote()));
                cursor = page.next();
            } while (cursor.isPresent());
            assertEquals(List.of("2026-11-20 BANK USD", "2026-11-20 ECB JPY", "2026-11-20 ECB USD", "2026-11-19 ECB USD"), seen);
            assertEquals(1, rates.list(Optional.of(JPY), PageRequest.first(5)).items().size());
            rates.remove(FRIDAY, EUR, USD, "BANK");
            assertEquals(Kind.NOT_FOUND, assertThrows(ProblemException.class,
                    () -> rates.remove(FRIDAY, EUR, USD, "BANK")).kind());
            assertEquals(List.of("administration.currency.import", "administration.currency.put", "administration.currency.remove"),
                    audited.stream().map(Change::action).toList());
        });
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
