package org.zaledje.platform.service.internal.company;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.company.CompanyDetails;
import org.zaledje.platform.service.internal.database.Sql;

/** The table of companies. */
final class CompanyTable {

    private CompanyTable() {
    }

    static List<Company> read(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select id, name, country, currency,"
                        + " registration_number, tax_number, address, fiscal_year_start, language, version, closed_at"
                        + " from sys_company order by id");
                ResultSet rows = query.executeQuery()) {
            List<Company> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new Company(rows.getObject(1, UUID.class), new CompanyDetails(rows.getString(2),
                        rows.getString(3), Currency.getInstance(rows.getString(4)), rows.getString(5), rows.getString(6),
                        rows.getString(7), Month.of(rows.getInt(8)), Locale.forLanguageTag(rows.getString(9))),
                        rows.getLong(10), Sql.moment(rows, "closed_at")));
            }
            return List.copyOf(found);
        }
    }

    static void add(Connection connection, Company company) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into sys_company (name, country, currency,"
                + " registration_number, tax_number, address, fiscal_year_start, language, version, id)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            set(insert, company);
            insert.executeUpdate();
        }
    }

    /** The company, which nobody else changes until the transaction ends. */
    static Optional<Company> lock(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select id from sys_company where id = ? for update")) {
            lock.setObject(1, id);
            lock.executeQuery().close();
        }
        return read(connection).stream().filter(company -> company.id().equals(id)).findFirst();
    }

    static void change(Connection connection, Company changed) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update sys_company set name = ?, country = ?,"
                + " currency = ?, registration_number = ?, tax_number = ?, address = ?, fiscal_year_start = ?,"
                + " language = ?, version = ? where id = ?")) {
            set(update, changed);
            update.executeUpdate();
        }
        try (PreparedStatement update = connection.prepareStatement("update sys_company set closed_at = ? where id = ?")) {
            update.setObject(1, changed.closedAt().map(moment -> moment.atOffset(ZoneOffset.UTC)).orElse(null));
            update.setObject(2, changed.id());
            update.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Company company) throws SQLException {
        CompanyDetails details = company.details();
        statement.setString(1, details.name());
        statement.setString(2, details.country());
        statement.setString(3, details.currency().getCurrencyCode());
        statement.setString(4, details.registrationNumber());
        statement.setString(5, details.taxNumber());
        statement.setString(6, details.address());
        statement.setInt(7, details.fiscalYearStart().getValue());
        statement.setString(8, details.language().toLanguageTag());
        statement.setLong(9, company.version());
        statement.setObject(10, company.id());
    }
}
