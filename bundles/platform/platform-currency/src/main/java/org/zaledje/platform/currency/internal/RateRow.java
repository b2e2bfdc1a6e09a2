package org.zaledje.platform.currency.internal;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.EmbeddedId;
import javax.persistence.Embeddable;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.zaledje.platform.currency.ExchangeRate;

/** A rate of one day. */
@Entity
@Table(name = "cur_rate")
public class RateRow {

    @EmbeddedId
    private Key key;

    @Column(name = "rate")
    private BigDecimal rate;

    protected RateRow() {
    }

    RateRow(ExchangeRate rate) {
        this.key = new Key(rate.day(), rate.source(), rate.base(), rate.quote());
        this.rate = rate.rate();
    }

    Key key() {
        return key;
    }

    /** Takes another value; false when it is the one it has. */
    boolean change(BigDecimal other) {
        boolean different = rate.compareTo(other) != 0;
        if (different) {
            rate = other;
        }
        return different;
    }

    ExchangeRate rate() {
        return new ExchangeRate(key.day, Currency.getInstance(key.base), Currency.getInstance(key.quote), rate, key.source);
    }

    /** What there is one rate of; JPA wants it mutable. */
    @Embeddable
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        @Column(name = "rate_day")
        private LocalDate day;

        @Column(name = "source")
        private String source;

        @Column(name = "base")
        private String base;

        @Column(name = "quote")
        private String quote;

        protected Key() {
        }

        Key(LocalDate day, String source, Currency base, Currency quote) {
            this.day = day;
            this.source = source;
            this.base = base.getCurrencyCode();
            this.quote = quote.getCurrencyCode();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && day.equals(key.day) && source.equals(key.source) && base.equals(key.base)
                    && quote.equals(key.quote);
        }

        @Override
        public int hashCode() {
            return Objects.hash(day, source, base, quote);
        }
    }
}
