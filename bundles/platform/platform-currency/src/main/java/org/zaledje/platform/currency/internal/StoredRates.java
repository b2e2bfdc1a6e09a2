package org.zaledje.platform.currency.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.currency.ExchangeRate;
import org.zaledje.platform.currency.ExchangeRates;
import org.zaledje.platform.currency.Money;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.text.Texts;

/** The rates in the database. */
@Component
public final class StoredRates implements ExchangeRates {

    static final Texts TEXTS = Texts.beside(StoredRates.class);

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final int DAYS_A_FLUSH = 50;

    private final JpaTemplate jpa;
    private final Callers callers;
    private final AuditTrail audit;

    @Activate
    public StoredRates(@Reference(target = "(osgi.unit.name=currency)") JpaTemplate jpa, @Reference Callers callers,
            @Reference AuditTrail audit) {
        this.jpa = jpa;
        this.callers = callers;
        this.audit = audit;
    }

    @Override
    public Optional<BigDecimal> find(Currency from, Currency to, LocalDate day) {
        return jpa.txExpr(manager -> direct(manager, from, to, day)
                .or(() -> direct(manager, from, EUR, day).flatMap(euros ->
                        direct(manager, EUR, to, day).map(rate -> euros.multiply(rate, MathContext.DECIMAL128)))));
    }

    private static Optional<BigDecimal> direct(EntityManager manager, Currency from, Currency to, LocalDate day) {
        return from.equals(to) ? Optional.of(BigDecimal.ONE)
                : set(manager, from, to, day).or(() -> set(manager, to, from, day)
                        .map(rate -> BigDecimal.ONE.divide(rate, MathContext.DECIMAL128)));
    }

    private static Optional<BigDecimal> set(EntityManager manager, Currency base, Currency quote, LocalDate day) {
        return manager.createQuery("select r from RateRow r where r.key.quote = :quote and r.key.base = :base"
                        + " and r.key.day <= :day and r.key.day >= :oldest order by r.key.day desc, r.key.source",
                        RateRow.class)
                .setParameter("quote", quote.getCurrencyCode()).setParameter("base", base.getCurrencyCode())
                .setParameter("day", day).setParameter("oldest", day.minusDays(AGE_DAYS_MAX))
                .setMaxResults(1).getResultStream().findFirst().map(row -> row.rate().rate());
    }

    @Override
    public Money convert(Money amount, Currency to, LocalDate day) {
        BigDecimal rate = find(amount.currency(), to, day).orElseThrow(() -> ProblemException.rulesBroken(
                "currency.conversion-impossible", TEXTS.text("currency.conversion-impossible"), List.of(Violation.error(
                        "currency.rate-unknown", TEXTS.text("currency.rate-unknown", amount.currency().getCurrencyCode(),
                                to.getCurrencyCode(), day.toString(), AGE_DAYS_MAX), ""))));
        return Money.rounded(amount.amount().multiply(rate), to, RoundingMode.HALF_UP);
    }

    @Override
    public Page<ExchangeRate> list(Optional<Currency> quote, PageRequest request) {
        Optional<RateCursor> after = request.cursor().map(RateCursor::parse);
        String where = quote.map(wanted -> " where r.key.quote = :quote").orElse(" where 1 = 1")
                + after.map(cursor -> " and (r.key.day < :day or r.key.day = :day and (r.key.source > :source"
                        + " or r.key.source = :source and (r.key.base > :base"
                        + " or r.key.base = :base and r.key.quote > :after)))").orElse("");
        return jpa.txExpr(manager -> {
            TypedQuery<RateRow> query = manager.createQuery("select r from RateRow r" + where
                    + " order by r.key.day desc, r.key.source, r.key.base, r.key.quote", RateRow.class);
            quote.ifPresent(wanted -> query.setParameter("quote", wanted.getCurrencyCode()));
            after.ifPresent(cursor -> query.setParameter("day", cursor.day()).setParameter("source", cursor.source())
                    .setParameter("base", cursor.base()).setParameter("after", cursor.quote()));
            List<ExchangeRate> rates = query.setMaxResults(request.limit() + 1)
                    .getResultStream().map(RateRow::rate).toList();
            return Page.of(rates, request, rate -> RateCursor.of(rate).toString());
        });
    }

    /** The last rate of the page before. */
    private record RateCursor(LocalDate day, String base, String quote, String source) {

        static RateCursor of(ExchangeRate rate) {
            return new RateCursor(rate.day(), rate.base().getCurrencyCode(), rate.quote().getCurrencyCode(), rate.source());
        }

        static RateCursor parse(String text) {
            String[] parts = text.split("~", 4);
            try {
                if (parts.length == 4 && text.length() <= 50) {
                    return new RateCursor(LocalDate.parse(parts[0]), parts[1], parts[2], parts[3]);
                }
            } catch (DateTimeException e) {
                // Told below.
            }
            throw ProblemException.of(Kind.UNREADABLE, "paging.cursor-invalid", TEXTS.text("paging.cursor-invalid"));
        }

        @Override
        public String toString() {
            return day + "~" + base + "~" + quote + "~" + source;
        }
    }

    @Override
    public void put(ExchangeRate rate) {
        callers.requireEverywhere(MANAGE);
        jpa.tx(manager -> {
            RateRow known = manager.find(RateRow.class, new RateRow(rate).key());
            Map<String, String> before = known == null ? Map.of() : Map.of("rate", known.rate().rate().toPlainString());
            if (known == null) {
                manager.persist(new RateRow(rate));
            } else if (!known.change(rate.rate())) {
                return;
            }
            audit.record(new Change(reference(rate), "administration.currency.put", before,
                    Map.of("rate", rate.rate().toPlainString())));
        });
    }

    @Override
    public void remove(LocalDate day, Currency base, Currency quote, String source) {
        callers.requireEverywhere(MANAGE);
        jpa.tx(manager -> {
            RateRow known = Optional.ofNullable(
                            manager.find(RateRow.class, new RateRow.Key(day, source, base, quote)))
                    .orElseThrow(() -> ProblemException.of(Kind.NOT_FOUND, "currency.rate.not-found",
                            TEXTS.text("currency.rate.not-found")));
            manager.remove(known);
            audit.record(new Change(reference(known.rate()), "administration.currency.remove",
                    Map.of("rate", known.rate().rate().toPlainString()), Map.of()));
        });
    }

    @Override
    public int importEcb(InputStream xml) {
        callers.requireEverywhere(MANAGE);
        return jpa.txExpr(manager -> {
            Import imported = new Import(manager);
            try {
                EcbFile.read(new Bounded(xml), imported::day);
            } catch (EcbFile.Unreadable e) {
                throw ProblemException.of(Kind.UNREADABLE, "currency.file.unreadable",
                        TEXTS.text("currency.file.unreadable", e.getMessage()));
            }
            manager.flush();
            audit.record(new Change(new RecordRef("administration.currency", ExchangeRate.ECB),
                    "administration.currency.import", Map.of(), Map.of("days", Integer.toString(imported.days),
                            "rates", Integer.toString(imported.changed))));
            return imported.changed;
        });
    }

    private static final class Import {

        private final EntityManager manager;
        private int days;
        private int changed;

        Import(EntityManager manager) {
            this.manager = manager;
        }

        void day(List<ExchangeRate> rates) {
            Map<RateRow.Key, RateRow> known = manager.createQuery(
                            "select r from RateRow r where r.key.day = :day and r.key.source = :source", RateRow.class)
                    .setParameter("day", rates.get(0).day()).setParameter("source", ExchangeRate.ECB)
                    .getResultStream().collect(Collectors.toMap(RateRow::key, Function.identity()));
            for (ExchangeRate rate : rates) {
                RateRow row = new RateRow(rate);
                RateRow before = known.putIfAbsent(row.key(), row);
                if (before == null) {
                    manager.persist(row);
                    changed++;
                } else if (before.change(rate.rate())) {
                    changed++;
                }
            }
            days++;
            if (days % DAYS_A_FLUSH == 0) {
                manager.flush();
                manager.clear();
            }
        }
    }

    /** Ends with a problem when more is read than a file may have. */
    private static final class Bounded extends FilterInputStream {

        private long left = FILE_BYTES_MAX;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int more) {
            left -= more;
            if (left < 0) {
                throw ProblemException.of(Kind.TOO_LARGE, "currency.file.too-large",
                        TEXTS.text("currency.file.too-large", FILE_BYTES_MAX / 1024 / 1024));
            }
        }
    }

    private static RecordRef reference(ExchangeRate rate) {
        return new RecordRef("administration.currency",
                rate.day() + " " + rate.base() + "/" + rate.quote() + " " + rate.source());
    }
}
