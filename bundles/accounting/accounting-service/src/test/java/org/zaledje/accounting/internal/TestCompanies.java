package org.zaledje.accounting.internal;

import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.company.Company;

/** Two companies, of which a test chooses the one it works for. */
public final class TestCompanies implements Companies {

    public static final Company FIRST = new Company(new UUID(1, 1), "Prva d.o.o.", "SI", Currency.getInstance("EUR"));
    public static final Company SECOND = new Company(new UUID(2, 2), "Druga d.o.o.", "SI", Currency.getInstance("EUR"));

    private volatile Company current = FIRST;

    public void choose(Company company) {
        current = company;
    }

    @Override
    public List<Company> all() {
        return List.of(FIRST);
    }

    @Override
    public Company current() {
        return current;
    }
}
