package org.zaledje.platform.service.internal.company;

import static org.zaledje.platform.service.internal.company.StoredCompanies.TEXTS;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.TreeMap;
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

    @Activate
    public AuditedCompanies(@Reference StoredCompanies companies,
            @Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource,
            @Reference Transactions transactions, @Reference AuditTrail audit, @Reference Callers callers,
            @Reference IdSource ids) {
        this.companies = companies;
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.audit = audit;
        this.callers = callers;
        this.ids = ids;
    }

    @Override
    public Optional<Company> find(UUID id) {
        return callers.current().flatMap(caller -> companies.of(caller).stream()
                .filter(company -> company.id().equals(id)).findFirst());
    }

    @Override
    public Company add(CompanyDetails details) {
        callers.require(MANAGE);
        CompanyRules.check(details);
        if (companies.all().size() >= COMPANIES_MAX) {
            throw ProblemException.of(Kind.CONFLICT, "company.too-many", TEXTS.text("company.too-many", COMPANIES_MAX));
        }
        Company company = new Company(ids.next(), details, 0);
        return write(Change.created(reference(company), RECORD + ".add", fields(details)), connection -> {
            CompanyTable.add(connection, company);
            return company;
        });
    }

    @Override
    public Company change(UUID id, long version, CompanyDetails details) {
        callers.require(MANAGE);
        Company before = find(id).orElseThrow(() -> ProblemException.of(Kind.NOT_FOUND, "company.not-found",
                TEXTS.text("company.not-found", id.toString())));
        CompanyRules.check(details);
        if (!details.currency().equals(before.currency())) {
            throw ProblemException.rulesBroken("company.invalid", TEXTS.text("company.invalid"), java.util.List.of(
                    Violation.error("company.currency-fixed", TEXTS.text("company.currency-fixed"), "/currency")));
        }
        Company changed = new Company(id, details, version + 1);
        Change change = new Change(reference(before), RECORD + ".change", fields(before.details()), fields(details));
        return write(change, connection -> {
            if (!CompanyTable.change(connection, changed, version)) {
                throw ProblemException.of(Kind.CONFLICT, "company.changed", TEXTS.text("company.changed"));
            }
            return changed;
        });
    }

    private Company write(Change change, LocalTransaction.Work<Company> work) {
        return transactions.required(() -> {
            transactions.afterCommit(companies::forget);
            try (Connection connection = dataSource.getConnection()) {
                Company written = work.on(connection);
                audit.record(change);
                return written;
            } catch (SQLException e) {
                throw new IllegalStateException("The company can't be written", e);
            }
        });
    }

    private static RecordRef reference(Company company) {
        return new RecordRef(RECORD, company.id().toString());
    }

    private static Map<String, String> fields(CompanyDetails details) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("name", details.name());
        fields.put("country", details.country());
        fields.put("currency", details.currency().getCurrencyCode());
        fields.put("registrationNumber", details.registrationNumber());
        fields.put("taxNumber", details.taxNumber());
        fields.put("address", details.address());
        fields.put("fiscalYearStart", Integer.toString(details.fiscalYearStart().getValue()));
        fields.put("language", details.language().toLanguageTag());
        return fields;
    }
}
