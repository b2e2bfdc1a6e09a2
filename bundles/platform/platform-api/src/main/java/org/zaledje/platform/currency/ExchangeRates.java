package org.zaledje.platform.currency;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.zaledje.platform.list.Comparison;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListField;
import org.zaledje.platform.list.ListFilter;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;

/**
 * Rates between currencies, common to all companies. A rate that is asked for is found directly, the other way round, or
 * by way of the euro. When several sources have one for the same day, the one whose name comes first counts.
 * Thread-safe. Every caller may read.
 */
@ProviderType
public interface ExchangeRates {

    /** Permission to add, replace and remove rates. */
    String MANAGE = "administration.currency.manage";

    /** How old a rate may be to stand for a day, in days: over long weekends and holidays none are set. */
    int AGE_DAYS_MAX = 10;

    /** The largest file that is imported, in bytes. */
    long FILE_BYTES_MAX = 20L * 1024 * 1024;

    /**
     * How many units of {@code to} one unit of {@code from} is worth on a day: by the last rates set on that day or up to
     * {@value #AGE_DAYS_MAX} days before it; not rounded beyond 34 digits; 1 for the same currency. Empty when no such
     * rates are known.
     */
    Optional<BigDecimal> find(Currency from, Currency to, LocalDate day);

    /**
     * An amount in another currency, rounded once, half up, to that currency's decimals (as Council Regulation (EC) No
     * 1103/97, article 5, has it for the euro).
     *
     * @throws org.zaledje.platform.problem.ProblemException RULES_BROKEN when no rate is known for that day
     */
    Money convert(Money amount, Currency to, LocalDate day);

    /** What can be asked of the list of rates; day, source, base and quote together tell them apart. */
    ListSchema RATES = ListSchema.keyed("currency.rates", ListField.of("quote", FieldType.TEXT).equal(), "-day", "source", "base")
            .with(ListField.of("day", FieldType.DATE).equal().range().sorted())
            .with(ListField.of("base", FieldType.TEXT).equal().sorted())
            .with(ListField.of("source", FieldType.TEXT).equal().sorted());

    /** Rates, newest day first, then by source, base and quote. Only of one currency when {@code quote} is given. */
    default Page<ExchangeRate> list(Optional<Currency> quote, PageRequest request) {
        ListQuery all = ListQuery.of(request);
        return list(quote.map(one -> all.where(ListFilter.of("quote", Comparison.EQUAL, one.getCurrencyCode()))).orElse(all));
    }

    /**
     * Rates as they are asked for.
     *
     * @param query what {@link #RATES} allows
     */
    Page<ExchangeRate> list(ListQuery query);

    /**
     * Keeps a rate; one of the same day, currencies and source is replaced.
     *
     * @throws org.zaledje.platform.problem.ProblemException FORBIDDEN without {@link #MANAGE}
     */
    void put(ExchangeRate rate);

    /**
     * Removes a rate.
     *
     * @throws org.zaledje.platform.problem.ProblemException FORBIDDEN without {@link #MANAGE}; NOT_FOUND when there is none
     */
    void remove(LocalDate day, Currency base, Currency quote, String source);

    /**
     * Keeps all rates of a file in the European Central Bank's XML format (daily or history), or none.
     *
     * @return how many rates were new or different from those known
     * @throws org.zaledje.platform.problem.ProblemException FORBIDDEN without {@link #MANAGE}; UNREADABLE when the file is
     *         not in that format; TOO_LARGE when it has more than {@value #FILE_BYTES_MAX} bytes
     */
    int importEcb(InputStream xml);
}
