package org.zaledje.platform.service.internal.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.audit.VerificationReport;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.service.internal.database.JtaDatabase;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.service.internal.home.PlatformHome;
import org.zaledje.platform.service.internal.id.TimeOrderedIds;
import org.zaledje.platform.service.internal.identity.ThreadCallers;
import org.zaledje.testkit.Engine;

/** The audit trail on a real database, wired as in the container. */
final class TestAudit implements AutoCloseable {

    static final Company COMPANY = new Company(new UUID(1, 1), "Demo d.o.o.", "SI", Currency.getInstance("EUR"));

    final Path data;
    final JtaDatabase database;
    final Sql sql;
    final ThreadCallers callers = new ThreadCallers();
    final AuditKey key;
    final Chain chain;
    final Heads heads;
    final Sealer sealer;
    final AuditTrail trail;
    final Verifier verifier;
    final StoredAuditLog log;
    final Companies companies = new OneCompany();
    final ChangeNews news = new ChangeNews(companies);

    TestAudit(Engine engine) throws Exception {
        data = Files.createTempDirectory("zaledje-audit");
        database = new JtaDatabase(engine);
        sql = new Sql(database.plain());
        PlatformHome home = new PlatformHome(name -> name.equals("zaledje.data") ? data.toString() : null);
        AuditSettings settings = new AuditSettings(Map.of(), home);
        Clock clock = Clock.systemUTC();
        key = new AuditKey(settings);
        chain = new Chain(database.pooled(), database.transactions());
        heads = new Heads(settings, clock);
        sealer = new Sealer(chain, heads);
        trail = new StoredAuditTrail(database.pooled(), database.transactions(), callers, companies,
                new TimeOrderedIds(clock), clock, key, sealer, news);
        verifier = new Verifier(database.pooled(), chain, sealer, heads, key, trail, database.transactions(), callers,
                new TimeOrderedIds(clock), clock);
        log = new StoredAuditLog(database.pooled(), callers, companies);
    }

    void record(String id) {
        database.transactions().required(() -> {
            trail.record(Change.created(new RecordRef("test.thing", id), "test.thing.create", Map.of("name", "Ž\0=\n\\" + id)));
            return id;
        });
    }

    VerificationReport verify() throws Exception {
        return callers.callAs(Caller.system(), verifier::verify);
    }

    long count(String table) {
        return sql.first("select count(*) from " + table, row -> row.getLong(1)).orElseThrow();
    }

    @Override
    public void close() throws Exception {
        verifier.close();
        sealer.close();
        database.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private record OneCompany() implements Companies {
        @Override
        public List<Company> all() {
            return List.of(COMPANY);
        }

        @Override
        public Company current() {
            return COMPANY;
        }
    }
}
