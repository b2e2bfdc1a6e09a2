package org.zaledje.platform.service.internal.company;

import static org.zaledje.platform.service.internal.company.StoredCompanies.TEXTS;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.company.CompanyAdministration;
import org.zaledje.platform.company.CompanyDetails;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.rest.ExpectedVersion;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.service.internal.database.LocalTransaction;
import org.zaledje.platform.transaction.Transactions;

/** Changes of companies, each with its mark in the audit trail. */
@Component
public final class AuditedCompanies implements CompanyAdministration {

    private static final String RECORD = "companies.company";

    private final StoredCompanies companies;
    private final DataSource dataSource;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final Callers callers;
    private final IdSource ids;
    private final Clock clock;

    @Activate
    public AuditedCompanies(@Reference StoredCompanies companies,
            @Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource,
            @Reference Transactions transactions, @Reference AuditTrail audit, @Reference Callers callers,
            @Reference IdSource ids, @Reference Clock clock) {
        this.companies = companies;
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.audit = audit;
        this.callers = callers;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<Company> all() {
        return callers.current().map(caller -> companies.all().stream()
                .filter(company -> caller.hasRightsIn(company.id())).toList()).orElse(List.of());
    }

    @Override
    public Optional<Company> find(UUID id) {
        return all().stream().filter(company -> company.id().equals(id)).findFirst();
    }

    @Override
    public Company add(CompanyDetails details) {
        callers.requireEverywhere(MANAGE);
        CompanyRules.check(details);
        if (companies.all().size() >= COMPANIES_MAX) {
            throw ProblemException.of(Kind.CONFLICT, "company.too-many", TEXTS.text("company.too-many", COMPANIES_MAX));
        }
        Company company = new Company(ids.next(), details, 0);
        return write(connection -> {
            CompanyTable.add(connection, company);
            audit.record(Change.created(reference(company), RECORD + ".add", fields(company)));
            return company;
        });
    }

    @Override
    public Company change(UUID id, ExpectedVersion expected, CompanyDetails details) {
        requireManagerOf(id);
        return change(id, expected, "change", before -> {
            CompanyRules.check(details);
            if (!details.currency().equals(before.currency())) {
                throw ProblemException.rulesBroken("company.invalid", TEXTS.text("company.invalid"), List.of(
                        Violation.error("company.currency-fixed", TEXTS.text("company.currency-fixed"), "/currency")));
            }
            return new Company(id, details, before.version() + 1, before.closedAt());
        });
    }

    @Override
    public Company close(UUID id, ExpectedVersion expected) {
        callers.requireEverywhere(MANAGE);
        return change(id, expected, "close", before -> {
            if (companies.all().stream().allMatch(company -> company.isClosed() || company.id().equals(id))) {
                throw ProblemException.of(Kind.CONFLICT, "company.last", TEXTS.text("company.last"));
            }
            return new Company(id, before.details(), before.version() + 1,
                    before.closedAt().or(() -> Optional.of(clock.instant().truncatedTo(ChronoUnit.MILLIS))));
        });
    }

    @Override
    public Company reopen(UUID id, ExpectedVersion expected) {
        callers.requireEverywhere(MANAGE);
        return change(id, expected, "reopen",
                before -> new Company(id, before.details(), before.version() + 1, Optional.empty()));
    }

    /** The right in the company that is changed counts, whichever the caller works in. */
    private void requireManagerOf(UUID id) {
        Caller caller = callers.current().orElseGet(() -> callers.require(MANAGE));
        if (!caller.in(id).may(MANAGE)) {
            callers.requireEverywhere(MANAGE);
        }
    }

    private Company change(UUID id, ExpectedVersion expected, String action, UnaryOperator<Company> change) {
        return write(connection -> {
            Company before = find(id).flatMap(known -> locked(connection, id)).orElseThrow(() -> ProblemException.of(
                    Kind.NOT_FOUND, "company.not-found", TEXTS.text("company.not-found", id.toString())));
            expected.require(before.version());
            Company changed = change.apply(before);
            CompanyTable.change(connection, changed);
            audit.record(new Change(reference(before), RECORD + "." + action, fields(before), fields(changed)));
            return changed;
        });
    }

    private static Optional<Company> locked(Connection connection, UUID id) {
        try {
            return CompanyTable.lock(connection, id);
        } catch (SQLException e) {
            throw new IllegalStateException("The company can't be read", e);
        }
    }

    private Company write(LocalTransaction.Work<Company> work) {
        return transactions.required(() -> {
            try (Connection connection = dataSource.getConnection()) {
                Company written = work.on(connection);
                transactions.afterCommit(companies::forget);
                return written;
            } catch (SQLException e) {
                throw new IllegalStateException("The company can't be written", e);
            }
        });
    }

    private static RecordRef reference(Company company) {
        return new RecordRef(RECORD, company.id().toString());
    }

    private static Map<String, String> fields(Company company) {
        CompanyDetails details = company.details();
        Map<String, String> fields = new TreeMap<>();
        fields.put("name", details.name());
        fields.put("country", details.country());
        fields.put("currency", details.currency().getCurrencyCode());
        fields.put("registrationNumber", details.registrationNumber());
        fields.put("taxNumber", details.taxNumber());
        fields.put("address", details.address());
        fields.put("fiscalYearStart", Integer.toString(details.fiscalYearStart().getValue()));
        fields.put("language", details.language().toLanguageTag());
        company.closedAt().ifPresent(moment -> fields.put("closedAt", moment.toString()));
        return fields;
    }
}
