package org.zaledje.platform.company;

import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A legal entity.
 *
 * @param id       time-ordered id (UUIDv7)
 * @param details  what is known of it
 * @param version  grows with each change, from 0
 * @param closedAt when it was closed; empty while it is at work
 */
public record Company(UUID id, CompanyDetails details, long version, Optional<Instant> closedAt) {

    public Company {
        Objects.requireNonNull(id);
        Objects.requireNonNull(details);
        Objects.requireNonNull(closedAt);
    }

    /** A company at work. */
    public Company(UUID id, CompanyDetails details, long version) {
        this(id, details, version, Optional.empty());
    }

    /** A company of which no more is known. */
    public Company(UUID id, String name, String country, Currency currency) {
        this(id, CompanyDetails.of(name, country, currency), 0);
    }

    /** Whether nobody works in it any more. */
    public boolean isClosed() {
        return closedAt.isPresent();
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
