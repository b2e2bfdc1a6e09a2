package org.zaledje.platform.currency.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.sql.DataSource;
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
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.persistence.SqlList;
import org.zaledje.platform.persistence.Stored;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.text.Texts;

/** The rates in the database. */
@Component
public final class StoredRates implements ExchangeRates {

    static final Texts TEXTS = Texts.beside(StoredRates.class);

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final int DAYS_A_FLUSH = 50;

    private static final SqlList<ExchangeRate> LIST = SqlList.of(RATES, "r.*", "cur_rate r", StoredRates::rate)
            .held("day", "r.rate_day", Stored.DATE)
            .sortedBy("quote", Map.entry("r.quote", Stored.TEXT), Map.entry("r.base", Stored.TEXT),
                    Map.entry("r.rate_day", Stored.DATE), Map.entry("r.source", Stored.TEXT));

    private final JpaTemplate jpa;
    private final DataSource database;
    private final Callers callers;
    private final AuditTrail audit;

    @Activate
    public StoredRates(@Reference(target = "(osgi.unit.name=currency)") JpaTemplate jpa,
            @Reference(target = "(osgi.jndi.service.name=zaledje-currency)") DataSource database, @Reference Callers callers,
            @Reference AuditTrail audit) {
        this.jpa = jpa;
        this.database = database;
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
    public Page<ExchangeRate> list(ListQuery query) {
        return LIST.page(database, query, Map.of());
    }

    private static ExchangeRate rate(ResultSet row) throws SQLException {
        return new ExchangeRate(row.getObject("rate_day", LocalDate.class), Currency.getInstance(row.getString("base")),
                Currency.getInstance(row.getString("quote")), row.getBigDecimal("rate"), row.getString("source"));
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
