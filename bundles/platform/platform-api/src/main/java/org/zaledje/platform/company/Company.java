package org.zaledje.platform.company;

import java.util.Currency;
import java.util.UUID;

/**
 * A legal entity.
 *
 * @param id       time-ordered id (UUIDv7)
 * @param name     registered name
 * @param country  ISO 3166-1 alpha-2 code, for example {@code SI}
 * @param currency base currency of its books
 */
public record Company(UUID id, String name, String country, Currency currency) {
}
