package org.zaledje.platform.service.internal.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.audit.AuditRecord;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.list.Comparison;
import org.zaledje.platform.list.ListFilter;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.persistence.SqlList;
import org.zaledje.platform.persistence.Stored;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.service.internal.database.Sql;

/** The audit trail as it is read. */
@Component
public final class StoredAuditLog implements AuditLog {

    private static final SqlList<AuditRecord> LIST = SqlList.of(RECORDS, AuditRow.COLUMNS, "sys_audit_record r",
                    row -> AuditRow.read(row, 1).content().record())
            .held("at", "r.recorded_at", Stored.INSTANT).held("by", "r.actor", Stored.TEXT);

    private final Sql sql;
    private final Callers callers;
    private final Companies companies;

    @Activate
    public StoredAuditLog(@Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource,
            @Reference Callers callers, @Reference Companies companies) {
        this.sql = new Sql(dataSource);
        this.callers = callers;
        this.companies = companies;
    }

    @Override
    public Page<AuditRecord> search(Optional<UUID> company, ListQuery query) {
        return page(readable(company), query);
    }

    @Override
    public void forEach(Optional<UUID> company, ListQuery query, Consumer<AuditRecord> reader) {
        UUID from = readable(company);
        Optional<String> cursor = Optional.empty();
        do {
            Page<AuditRecord> page = page(from, query.after(cursor, PageRequest.LIMIT_MAX));
            page.items().forEach(reader);
            cursor = page.next();
        } while (cursor.isPresent());
    }

    @Override
    public void writeCsv(Optional<UUID> company, ListQuery query, OutputStream out) throws IOException {
        AuditCsv.write(reader -> forEach(Optional.of(readable(company)), query, reader), out);
    }

    @Override
    public Page<AuditRecord> activity(RecordRef record, String permission, PageRequest page) {
        callers.reach(permission);
        return page(companies.current().id(), new ListQuery(List.of(
                ListFilter.of("recordType", Comparison.EQUAL, record.type()),
                ListFilter.of("recordId", Comparison.EQUAL, record.id())), List.of(), page));
    }

    /** The company asked for, which the caller must have the right to read, whichever one they work in. */
    private UUID readable(Optional<UUID> wanted) {
        UUID company = wanted.orElseGet(() -> companies.current().id());
        Optional<Caller> there = callers.current().map(caller -> caller.in(company));
        if (there.isEmpty()) {
            callers.require(READ);
        }
        there.ifPresent(caller -> callers.runAs(caller, () -> callers.require(READ)));
        return company;
    }

    private Page<AuditRecord> page(UUID company, ListQuery query) {
        return sql.page(LIST, query, Map.of("r.company_id", company));
    }
}
