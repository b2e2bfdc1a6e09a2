package org.zaledje.platform.service.internal.company;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.id.IdSource;
import org.zaledje.platform.service.internal.database.LocalTransaction;
import org.zaledje.platform.service.internal.home.PlatformHome;

/** The companies in the platform's tables; makes the first one. They do not change while the platform runs. */
@Component
public final class StoredCompanies implements Companies {

    private static final String COUNTRY = "SI";
    private static final String CURRENCY = "EUR";

    private final List<Company> companies;

    @Activate
    public StoredCompanies(
            @Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource,
            @Reference IdSource ids,
            @Reference PlatformHome home) throws SQLException {
        String first = home.demo() ? "Demo d.o.o." : "My company";
        companies = LocalTransaction.in(dataSource, connection -> {
            List<Company> found = read(connection);
            return found.isEmpty()
                    ? List.of(add(connection, new Company(ids.next(), first, COUNTRY, Currency.getInstance(CURRENCY))))
                    : found;
        });
    }

    @Override
    public List<Company> all() {
        return companies;
    }

    @Override
    public Company current() {
        return companies.get(0);
    }

    private static List<Company> read(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "select id, name, country, currency from sys_company order by id");
                ResultSet rows = query.executeQuery()) {
            List<Company> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new Company(rows.getObject(1, UUID.class), rows.getString(2), rows.getString(3),
                        Currency.getInstance(rows.getString(4))));
            }
            return List.copyOf(found);
        }
    }

    private static Company add(Connection connection, Company company) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into sys_company values (?, ?, ?, ?)")) {
            insert.setObject(1, company.id());
            insert.setString(2, company.name());
            insert.setString(3, company.country());
            insert.setString(4, company.currency().getCurrencyCode());
            insert.executeUpdate();
            return company;
        }
    }
}
