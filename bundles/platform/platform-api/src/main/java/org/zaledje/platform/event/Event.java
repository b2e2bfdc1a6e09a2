package org.zaledje.platform.event;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that has happened in a function.
 *
 * @param id        time-ordered id (UUIDv7); the same each time the event is delivered
 * @param type      {@code <function>.<noun>.<participle>}, for example {@code accounting.entry.posted}
 * @param aggregate what it happened to; events of one aggregate are delivered in the order they were published
 * @param company   the company it happened in
 * @param at        when it was published
 * @param by        login name of who caused it
 * @param payload   what consumers need to know: texts, booleans, integers, lists and maps of these; decimals, dates and
 *                  ids as texts
 */
public record Event(UUID id, String type, UUID aggregate, UUID company, Instant at, String by, Map<String, Object> payload) {
}
