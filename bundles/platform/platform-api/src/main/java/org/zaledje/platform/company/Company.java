package org.zaledje.platform.company;

import java.util.Currency;
import java.util.Objects;
import java.util.UUID;

/**
 * A legal entity.
 *
 * @param id      time-ordered id (UUIDv7)
 * @param details what is known of it
 * @param version grows with each change of the details, from 0
 */
public record Company(UUID id, CompanyDetails details, long version) {

    public Company {
        Objects.requireNonNull(id);
        Objects.requireNonNull(details);
    }

    /** A company of which no more is known. */
    public Company(UUID id, String name, String country, Currency currency) {
        this(id, CompanyDetails.of(name, country, currency), 0);
    }

    /** Registered name. */
    public String name() {
        return details.name();
    }

    /** ISO 3166-1 alpha-2 code. */
    public String country() {
        return details.country();
    }

    /** Base currency of its books. */
    public Currency currency() {
        return details.currency();
    }
}
