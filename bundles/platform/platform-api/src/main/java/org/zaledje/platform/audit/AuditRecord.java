package org.zaledje.platform.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A kept change. Never altered, never removed.
 *
 * @param id          time-ordered id (UUIDv7)
 * @param company     the company it was made in
 * @param at          when, to the millisecond
 * @param by          login name of who made it; {@code system} for the platform's own work
 * @param door        the way it came: {@code rest}, {@code soap}, {@code ui}, {@code shell}; empty when not known
 * @param correlation the id that log lines of the same request carry; empty when there was none
 * @param record      which record was changed
 * @param action      what was done, see {@link Change#action()}
 * @param before      see {@link Change#before()}
 * @param after       see {@link Change#after()}
 */
public record AuditRecord(UUID id, UUID company, Instant at, String by, String door, String correlation, RecordRef record,
        String action, Map<String, String> before, Map<String, String> after) {
}
