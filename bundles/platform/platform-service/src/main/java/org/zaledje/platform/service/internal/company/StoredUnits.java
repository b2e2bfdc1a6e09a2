package org.zaledje.platform.service.internal.company;

import static org.zaledje.platform.service.internal.company.StoredCompanies.TEXTS;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.company.CompanyAdministration;
import org.zaledje.platform.company.Unit;
import org.zaledje.platform.company.UnitDetails;
import org.zaledje.platform.company.Units;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.rest.ExpectedVersion;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.service.internal.identity.Accounts;
import org.zaledje.platform.transaction.Transactions;

/** Organisational units in the platform's tables. A change of them is a change of who may do what. */
@Component
public final class StoredUnits implements Units {

    private static final String RECORD = "companies.unit";
    private static final String SELECT =
            "select company_id, id, parent_id, code, name, valid_from, valid_to, version from sys_unit where company_id = ?";

    private final StoredCompanies companies;
    private final Sql sql;
    private final Transactions transactions;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Callers callers;
    private final IdSource ids;

    @Activate
    public StoredUnits(@Reference StoredCompanies companies,
            @Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource,
            @Reference Transactions transactions, @Reference Accounts accounts, @Reference AuditTrail audit,
            @Reference Callers callers, @Reference IdSource ids) {
        this.companies = companies;
        this.sql = new Sql(dataSource);
        this.transactions = transactions;
        this.accounts = accounts;
        this.audit = audit;
        this.callers = callers;
        this.ids = ids;
    }

    @Override
    public List<Unit> all() {
        return inTree(read(readable()));
    }

    @Override
    public List<Unit> of(UUID company) {
        return inTree(read(companies.entered(company).id()));
    }

    @Override
    public Optional<Unit> find(UUID id) {
        return sql.first(SELECT + " and id = ?", StoredUnits::unit, readable(), id);
    }

    /** The current company, in which the caller has a right. */
    private UUID readable() {
        return companies.entered(companies.current().id()).id();
    }

    private List<Unit> read(UUID company) {
        return sql.list(SELECT + " order by code fetch first ? rows only", StoredUnits::unit, company, UNITS_MAX);
    }

    private static Unit unit(ResultSet row) throws SQLException {
        return new Unit(row.getObject(2, UUID.class), row.getObject(1, UUID.class), new UnitDetails(row.getString(4),
                row.getString(5), Optional.ofNullable(row.getObject(3, UUID.class)),
                Optional.ofNullable(row.getObject(6, LocalDate.class)), Optional.ofNullable(row.getObject(7, LocalDate.class))),
                row.getLong(8));
    }

    private static List<Unit> inTree(List<Unit> units) {
        Map<Optional<UUID>, List<Unit>> below = units.stream().collect(Collectors.groupingBy(unit -> unit.details().parent()));
        List<Unit> sorted = new ArrayList<>();
        addBelow(Optional.empty(), below, sorted);
        return List.copyOf(sorted);
    }

    private static void addBelow(Optional<UUID> parent, Map<Optional<UUID>, List<Unit>> below, List<Unit> sorted) {
        below.getOrDefault(parent, List.of()).stream().sorted(Comparator.comparing(unit -> unit.details().code()))
                .forEach(unit -> {
                    sorted.add(unit);
                    addBelow(Optional.of(unit.id()), below, sorted);
                });
    }

    @Override
    public Unit add(UnitDetails details) {
        callers.require(CompanyAdministration.MANAGE);
        UUID company = readable();
        return transactions.required(() -> {
            List<Unit> present = lockedTree(company);
            if (present.size() >= UNITS_MAX) {
                throw ProblemException.of(Kind.CONFLICT, "unit.too-many", TEXTS.text("unit.too-many", UNITS_MAX));
            }
            Unit unit = new Unit(ids.next(), company, UnitRules.checked(details, Optional.empty(), present), 0);
            sql.update("insert into sys_unit (parent_id, code, name, valid_from, valid_to, version, company_id, id)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?)", values(unit));
            accounts.changed();
            audit.record(Change.created(reference(unit.id()), RECORD + ".add", fields(unit.details())));
            return unit;
        });
    }

    @Override
    public Unit change(UUID id, ExpectedVersion expected, UnitDetails details) {
        callers.require(CompanyAdministration.MANAGE);
        UUID company = readable();
        return transactions.required(() -> {
            List<Unit> present = lockedTree(company);
            Unit before = present.stream().filter(unit -> unit.id().equals(id)).findFirst().orElseThrow(() ->
                    ProblemException.of(Kind.NOT_FOUND, "unit.not-found", TEXTS.text("unit.not-found", id.toString())));
            expected.require(before.version());
            Unit changed = new Unit(id, company, UnitRules.checked(details, Optional.of(id), present), before.version() + 1);
            sql.update("update sys_unit set parent_id = ?, code = ?, name = ?, valid_from = ?, valid_to = ?, version = ?"
                    + " where company_id = ? and id = ?", values(changed));
            accounts.changed();
            audit.record(new Change(reference(id), RECORD + ".change", fields(before.details()), fields(changed.details())));
            return changed;
        });
    }

    /** All units of the company, which nobody else changes until the transaction ends: two changes could close a ring. */
    private List<Unit> lockedTree(UUID company) {
        sql.list("select id from sys_company where id = ? for update", row -> row.getString(1), company);
        return read(company);
    }

    private static Object[] values(Unit unit) {
        UnitDetails details = unit.details();
        return new Object[] {details.parent(), details.code(), details.name(), details.validFrom(), details.validTo(),
            unit.version(), unit.company(), unit.id()};
    }

    private static RecordRef reference(UUID id) {
        return new RecordRef(RECORD, id.toString());
    }

    private static Map<String, String> fields(UnitDetails details) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("code", details.code());
        fields.put("name", details.name());
        details.parent().ifPresent(parent -> fields.put("parent", parent.toString()));
        details.validFrom().ifPresent(day -> fields.put("validFrom", day.toString()));
        details.validTo().ifPresent(day -> fields.put("validTo", day.toString()));
        return fields;
    }
}
