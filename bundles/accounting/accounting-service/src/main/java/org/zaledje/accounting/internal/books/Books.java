package org.zaledje.accounting.internal.books;

import java.util.Optional;
import java.util.UUID;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.zaledje.platform.company.Company;

/** The books of one company, as one transaction sees them. Everything that is read or written goes through here. */
public final class Books {

    private final EntityManager manager;
    private final Company company;

    Books(EntityManager manager, Company company) {
        this.manager = manager;
        this.company = company;
    }

    public Company company() {
        return company;
    }

    /** A new key of this company. */
    public CompanyKey key(UUID id) {
        return new CompanyKey(company.id(), id);
    }

    public <T> Optional<T> find(Class<T> type, UUID id) {
        return Optional.ofNullable(manager.find(type, key(id)));
    }

    /** The row, which nobody else can change or lock until the transaction ends. */
    public <T> Optional<T> lock(Class<T> type, Object key) {
        return Optional.ofNullable(manager.find(type, key, LockModeType.PESSIMISTIC_WRITE));
    }

    /** A query that must compare with {@code :company}, which is set here. */
    public <T> TypedQuery<T> query(String jpql, Class<T> type) {
        return manager.createQuery(jpql, type).setParameter("company", company.id());
    }

    public void add(Object row) {
        manager.persist(row);
    }

    /** Writes now, so that the database's objections come here and not at the end of the transaction. */
    public void write() {
        manager.flush();
    }
}
