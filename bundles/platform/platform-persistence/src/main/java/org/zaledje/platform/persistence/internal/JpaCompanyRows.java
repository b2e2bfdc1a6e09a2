package org.zaledje.platform.persistence.internal;

import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.Query;
import javax.persistence.TypedQuery;
import org.eclipse.persistence.config.HintValues;
import org.eclipse.persistence.config.QueryHints;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.persistence.CompanyRows;

/** Rows through an entity manager that is limited to the company. */
record JpaCompanyRows(EntityManager manager, Company company) implements CompanyRows {

    @Override
    public <T> Optional<T> find(Class<T> type, Object id) {
        return Optional.ofNullable(manager.find(type, id));
    }

    @Override
    public <T> Optional<T> lock(Class<T> type, Object id) {
        return Optional.ofNullable(manager.find(type, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public <T> TypedQuery<T> query(String jpql, Class<T> type) {
        return bound(manager.createQuery(jpql, type));
    }

    @Override
    public Query statement(String jpql) {
        return bound(manager.createQuery(jpql));
    }

    /** On H2, EclipseLink would else write the company into the text of a query that has an EXISTS, unquoted. */
    private static <Q extends Query> Q bound(Q query) {
        query.setHint(QueryHints.BIND_PARAMETERS, HintValues.TRUE);
        return query;
    }

    @Override
    public void add(Object row) {
        manager.persist(row);
    }

    @Override
    public void remove(Object row) {
        manager.remove(row);
    }

    @Override
    public void write() {
        manager.flush();
    }

    @Override
    public void release() {
        manager.flush();
        manager.clear();
    }
}
