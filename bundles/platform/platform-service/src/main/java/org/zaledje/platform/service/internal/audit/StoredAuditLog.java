package org.zaledje.platform.service.internal.audit;

import static org.zaledje.platform.service.internal.audit.AuditTexts.text;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.audit.AuditQuery;
import org.zaledje.platform.audit.AuditRecord;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.service.internal.database.Sql;

/** The audit trail as it is read: newest first, in pages that continue before the last id. */
@Component
public final class StoredAuditLog implements AuditLog {

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
    public Page<AuditRecord> search(AuditQuery query, PageRequest page) {
        return page(companyOf(query), query, page);
    }

    @Override
    public void forEach(AuditQuery query, Consumer<AuditRecord> reader) {
        UUID company = companyOf(query);
        Optional<String> cursor = Optional.empty();
        do {
            Page<AuditRecord> page = page(company, query, new PageRequest(PageRequest.LIMIT_MAX, cursor));
            page.items().forEach(reader);
            cursor = page.next();
        } while (cursor.isPresent());
    }

    @Override
    public void writeCsv(AuditQuery query, OutputStream out) throws IOException {
        companyOf(query);
        AuditCsv.write(this, query, out);
    }

    @Override
    public Page<AuditRecord> activity(RecordRef record, String permission, PageRequest page) {
        callers.reach(permission);
        AuditQuery ofRecord = new AuditQuery(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(record.type()), Optional.of(record.id()), Optional.empty(), Optional.empty());
        return page(companies.current().id(), ofRecord, page);
    }

    /** The company asked for, which the caller must have the right to read, whichever one they work in. */
    private UUID companyOf(AuditQuery query) {
        UUID company = query.company().orElseGet(() -> companies.current().id());
        Optional<Caller> there = callers.current().map(caller -> caller.in(company));
        if (there.isEmpty()) {
            callers.require(READ);
        }
        there.ifPresent(caller -> callers.runAs(caller, () -> callers.require(READ)));
        return company;
    }

    private Page<AuditRecord> page(UUID company, AuditQuery query, PageRequest page) {
        StringBuilder where = new StringBuilder(" where r.company_id = ?");
        List<Object> arguments = new ArrayList<>(List.of(company));
        narrow(where, arguments, " and r.record_type = ?", query.recordType());
        narrow(where, arguments, " and r.record_id = ?", query.recordId());
        narrow(where, arguments, " and r.actor = ?", query.by());
        narrow(where, arguments, " and r.action = ?", query.action());
        narrow(where, arguments, " and r.recorded_at >= ?", query.from());
        narrow(where, arguments, " and r.recorded_at < ?", query.to());
        narrow(where, arguments, " and r.id < ?", page.cursor().map(StoredAuditLog::id));
        List<AuditRecord> rows = sql.list("select " + AuditRow.COLUMNS + " from sys_audit_record r" + where
                        + " order by r.company_id desc, r.id desc limit " + (page.limit() + 1),
                row -> AuditRow.read(row, 1).content().record(), arguments.toArray());
        return Page.of(rows, page, record -> record.id().toString());
    }

    private static void narrow(StringBuilder where, List<Object> arguments, String condition, Optional<?> value) {
        value.ifPresent(present -> {
            where.append(condition);
            arguments.add(present);
        });
    }

    private static UUID id(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(Kind.UNREADABLE, "audit.cursor-invalid", text("audit.cursor-invalid"));
        }
    }
}
