package org.zaledje.platform.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.zaledje.platform.list.Comparison;
import org.zaledje.platform.list.ListFilter;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.PageRequest;

/**
 * Which changes are wanted; what is empty does not narrow.
 *
 * @param company    the company; the caller's current one when empty
 * @param by         login name of who made them, exactly
 * @param action     what was done, exactly
 * @param recordType type of the records changed, exactly
 * @param recordId   id of the record changed, exactly
 * @param from       the earliest moment, inclusive
 * @param to         the latest moment, exclusive
 */
public record AuditQuery(Optional<UUID> company, Optional<String> by, Optional<String> action, Optional<String> recordType,
        Optional<String> recordId, Optional<Instant> from, Optional<Instant> to) {

    /** Every change in the caller's company. */
    public static final AuditQuery ALL = new AuditQuery(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public AuditQuery {
        Objects.requireNonNull(company);
        Objects.requireNonNull(by);
        Objects.requireNonNull(action);
        Objects.requireNonNull(recordType);
        Objects.requireNonNull(recordId);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }

    /** The same as a query of {@link AuditLog#RECORDS}, without the company. */
    public ListQuery listed() {
        List<ListFilter> filters = new ArrayList<>();
        by.ifPresent(value -> filters.add(ListFilter.of("by", Comparison.EQUAL, value)));
        action.ifPresent(value -> filters.add(ListFilter.of("action", Comparison.EQUAL, value)));
        recordType.ifPresent(value -> filters.add(ListFilter.of("recordType", Comparison.EQUAL, value)));
        recordId.ifPresent(value -> filters.add(ListFilter.of("recordId", Comparison.EQUAL, value)));
        from.ifPresent(value -> filters.add(ListFilter.of("at", Comparison.FROM, value)));
        to.ifPresent(value -> filters.add(ListFilter.of("at", Comparison.TO, value)));
        return new ListQuery(filters, List.of(), PageRequest.first(PageRequest.LIMIT_DEFAULT));
    }
}
