package org.zaledje.platform.audit;

import java.time.Instant;

/**
 * The end of the chain that every change is a link of. Who keeps it where the database's owner can't write can prove later
 * that nothing before it was altered, added or taken away.
 *
 * @param length how many changes are chained; 0 before the first
 * @param hash   the last link, 64 hexadecimal digits; covers all changes
 * @param at     when it was read
 */
public record ChainHead(long length, String hash, Instant at) {
}
