package org.zaledje.platform.service.internal.company;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.company.CompanyAccess;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.service.internal.database.ClusterLock;
import org.zaledje.platform.service.internal.database.LocalTransaction;
import org.zaledje.platform.service.internal.home.PlatformHome;
import org.zaledje.platform.text.Texts;

/** The companies in the platform's tables; makes the first one. Other nodes may change them, so what is read soon ages. */
@Component(service = {Companies.class, CompanyAccess.class, StoredCompanies.class})
public final class StoredCompanies implements Companies, CompanyAccess {

    static final Texts TEXTS = Texts.beside(StoredCompanies.class);

    private static final Duration AGE_MAX = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final Callers callers;
    private final Clock clock;
    private volatile Known known = new Known(List.of(), Instant.MIN);

    private record Known(List<Company> companies, Instant read) {
    }

    @Activate
    public StoredCompanies(
            @Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource,
            @Reference IdSource ids,
            @Reference PlatformHome home,
            @Reference Callers callers,
            @Reference Clock clock) throws SQLException {
        this.dataSource = dataSource;
        this.callers = callers;
        this.clock = clock;
        LocalTransaction.in(dataSource, connection -> {
            ClusterLock.FIRST_START.holdInTransaction(connection);
            if (CompanyTable.read(connection).isEmpty()) {
                CompanyTable.add(connection, new Company(ids.next(), home.demo() ? "Demo d.o.o." : "My company", "SI",
                        Currency.getInstance("EUR")));
            }
            return connection;
        });
    }

    @Override
    public List<Company> all() {
        Known last = known;
        Instant now = clock.instant();
        if (last.companies().isEmpty() || last.read().plus(AGE_MAX).isBefore(now)) {
            last = new Known(query(CompanyTable::read), now);
            known = last;
        }
        return last.companies();
    }

    /** After a change, so that it is seen at once on this node. */
    void forget() {
        known = new Known(List.of(), Instant.MIN);
    }

    @Override
    public Company current() {
        Optional<Caller> caller = callers.current();
        if (caller.isEmpty()) {
            return all().get(0);
        }
        Optional<UUID> chosen = caller.get().company();
        return chosen.isPresent()
                ? permitted(caller.get(), chosen.get())
                : of(caller.get()).stream().findFirst().orElseGet(() -> all().get(0));
    }

    @Override
    public List<Company> of(Caller caller) {
        return all().stream().filter(company -> caller.hasRightsIn(company.id()) && !company.isClosed()).toList();
    }

    @Override
    public Caller enter(Caller caller, Optional<UUID> wanted) {
        return wanted.or(caller::company)
                .map(company -> caller.in(permitted(caller, company).id()))
                .or(() -> of(caller).stream().findFirst().map(company -> caller.in(company.id())))
                .orElse(caller);
    }

    @Override
    public Caller resume(Caller caller) {
        List<UUID> own = of(caller).stream().map(Company::id).toList();
        return enter(caller, caller.company().or(() -> lastChoice(caller).filter(own::contains)));
    }

    @Override
    public Caller choose(Caller caller, UUID company) {
        Caller entered = enter(caller, Optional.of(company));
        query(connection -> {
            if (!update(connection, "update sys_company_choice set company_id = ? where user_name = ?", company, caller)) {
                update(connection, "insert into sys_company_choice (company_id, user_name) values (?, ?)", company, caller);
            }
            return company;
        });
        return entered;
    }

    /**
     * A company in which the current caller has any right.
     *
     * @throws ProblemException FORBIDDEN {@code company.forbidden} when they have none there
     */
    Company entered(UUID id) {
        return permitted(callers.current().orElseGet(Caller::system), id);
    }

    private Company permitted(Caller caller, UUID id) {
        Company company = all().stream().filter(each -> each.id().equals(id) && caller.hasRightsIn(id)).findFirst()
                .orElseThrow(() -> ProblemException.of(Kind.FORBIDDEN, "company.forbidden",
                        TEXTS.text("company.forbidden", id.toString())));
        // The platform's own work goes on there: what had happened before the end is still to reach its consumers.
        if (company.isClosed() && !caller.isSystem()) {
            throw ProblemException.of(Kind.FORBIDDEN, "company.closed", TEXTS.text("company.closed", company.name()));
        }
        return company;
    }

    private Optional<UUID> lastChoice(Caller caller) {
        return query(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "select company_id from sys_company_choice where user_name = ?")) {
                query.setString(1, caller.name());
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
                }
            }
        });
    }

    private static boolean update(Connection connection, String sql, UUID company, Caller caller) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, company);
            statement.setString(2, caller.name());
            return statement.executeUpdate() == 1;
        }
    }

    private <T> T query(LocalTransaction.Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The companies can't be read", e);
        }
    }
}
