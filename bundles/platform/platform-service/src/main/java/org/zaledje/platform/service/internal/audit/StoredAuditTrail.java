package org.zaledje.platform.service.internal.audit;

import java.lang.ref.SoftReference;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.MDC;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.transaction.Transactions;

/** Writes changes in the transaction that makes them; the {@link Sealer} chains them once it is committed. */
@Component
public final class StoredAuditTrail implements AuditTrail {

    private static final int NAME_LENGTH_MAX = 100;
    private static final int DOOR_LENGTH_MAX = 20;

    private final Sql sql;
    private final Transactions transactions;
    private final Callers callers;
    private final Companies companies;
    private final IdSource ids;
    private final Clock clock;
    private final AuditKey key;
    private final Sealer sealer;
    private final ChangeNews news;

    @Activate
    public StoredAuditTrail(
            @Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource,
            @Reference Transactions transactions, @Reference Callers callers, @Reference Companies companies,
            @Reference IdSource ids, @Reference Clock clock, @Reference AuditKey key, @Reference Sealer sealer,
            @Reference ChangeNews news) {
        this.sql = new Sql(dataSource);
        this.transactions = transactions;
        this.callers = callers;
        this.companies = companies;
        this.ids = ids;
        this.clock = clock;
        this.key = key;
        this.sealer = sealer;
        this.news = news;
    }

    @Override
    public void record(Change change) {
        if (!transactions.isActive()) {
            throw new IllegalStateException("A change is recorded in the transaction that makes it");
        }
        AuditRow row = key.sign(content(change));
        Content c = row.content();
        sql.update("insert into sys_audit_record (company_id, id, recorded_at, actor, door, correlation, record_type,"
                        + " record_id, action, fields_before, fields_after, digest, mac)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                c.company(), c.id(), c.at(), c.actor(), c.door(), c.correlation(), c.type(), c.recordId(), c.action(),
                c.before(), c.after(), c.digest(), row.mac());
        sql.update("insert into sys_audit_pending (company_id, record_id) values (?, ?)", c.company(), c.id());
        // A transaction may record a million changes: when memory is short, they are only looked for in the queue.
        SoftReference<AuditRow> kept = new SoftReference<>(row);
        transactions.afterCommit(() -> Optional.ofNullable(kept.get()).ifPresentOrElse(sealer::committed, sealer::wake));
        news.of(c.company(), change, c.at()).ifPresent(transactions::afterCommit);
    }

    private Content content(Change change) {
        return new Content(companies.current().id(), ids.next(), clock.instant().truncatedTo(ChronoUnit.MILLIS),
                callers.current().map(Caller::name).map(name -> FieldText.clean(name, NAME_LENGTH_MAX)).orElse("system"),
                context("door", DOOR_LENGTH_MAX), context("correlation", NAME_LENGTH_MAX),
                change.record().type(), FieldText.clean(change.record().id(), NAME_LENGTH_MAX), change.action(),
                FieldText.write(change.before()), FieldText.write(change.after()), change.digest().orElse(""));
    }

    private static String context(String name, int lengthMax) {
        return Optional.ofNullable(MDC.get(name)).map(value -> FieldText.clean(value, lengthMax)).orElse("");
    }
}
