package org.zaledje.platform.persistence.internal;

import java.util.UUID;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.eclipse.persistence.jpa.JpaEntityManager;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.persistence.CompanyData;
import org.zaledje.platform.persistence.CompanyRows;
import org.zaledje.platform.persistence.CompanyScope;

/** One persistence unit, seen company by company. */
public final class JpaCompanyData implements CompanyData {

    private final JpaTemplate jpa;
    private final Companies companies;
    private volatile boolean scoped;

    public JpaCompanyData(JpaTemplate jpa, Companies companies) {
        this.jpa = jpa;
        this.companies = companies;
    }

    @Override
    public <R> R in(Function<CompanyRows, R> work) {
        Company company = companies.current();
        return jpa.txExpr(TransactionType.Required, manager -> {
            limit(manager, company.id());
            R result = work.apply(new JpaCompanyRows(manager, company));
            manager.flush();
            return result;
        });
    }

    private void limit(EntityManager manager, UUID company) {
        Object before = manager.getProperties().get(CompanyScope.PROPERTY);
        if (before == null) {
            requireScope(manager);
            manager.setProperty(CompanyScope.PROPERTY, company);
        } else if (!before.equals(company)) {
            throw new IllegalStateException("This transaction has begun in company " + before + " and can't go on in "
                    + company + "; work for another company needs a transaction of its own");
        }
    }

    private void requireScope(EntityManager manager) {
        if (scoped) {
            return;
        }
        if (!CompanyScope.isOn(manager.unwrap(JpaEntityManager.class).getServerSession())) {
            throw new IllegalStateException("The persistence unit is not limited to companies: its persistence.xml must have"
                    + " eclipselink.session.customizer = " + CompanyScope.class.getName());
        }
        scoped = true;
    }
}
