package org.zaledje.platform.service.internal.company;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Month;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.company.CompanyDetails;

/** The table of companies. */
final class CompanyTable {

    private CompanyTable() {
    }

    static List<Company> read(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select id, name, country, currency,"
                        + " registration_number, tax_number, address, fiscal_year_start, language, version"
                        + " from sys_company order by id");
                ResultSet rows = query.executeQuery()) {
            List<Company> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new Company(rows.getObject(1, UUID.class), new CompanyDetails(rows.getString(2),
                        rows.getString(3), Currency.getInstance(rows.getString(4)), rows.getString(5), rows.getString(6),
                        rows.getString(7), Month.of(rows.getInt(8)), Locale.forLanguageTag(rows.getString(9))),
                        rows.getLong(10)));
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

    /** Answers false when the row has another version by now. */
    static boolean change(Connection connection, Company changed, long from) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update sys_company set name = ?, country = ?,"
                + " currency = ?, registration_number = ?, tax_number = ?, address = ?, fiscal_year_start = ?,"
                + " language = ?, version = ? where id = ? and version = ?")) {
            set(update, changed);
            update.setLong(11, from);
            return update.executeUpdate() == 1;
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
