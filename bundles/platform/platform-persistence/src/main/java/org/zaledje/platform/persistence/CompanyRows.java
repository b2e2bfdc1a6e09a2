package org.zaledje.platform.persistence;

import java.util.Optional;
import javax.persistence.Query;
import javax.persistence.TypedQuery;
import org.osgi.annotation.versioning.ProviderType;
import org.zaledje.platform.company.Company;

/**
 * The rows of one company, as one transaction sees them. What is found belongs to the company, what is added becomes its
 * own, and no query has to say so. For the thread that does the work, and no longer than it lasts.
 */
@ProviderType
public interface CompanyRows {

    Company company();

    /** The row with this id; empty when there is none or it is another company's. */
    <T> Optional<T> find(Class<T> type, Object id);

    /** As {@link #find}, and nobody else can change or lock the row until the transaction ends. */
    <T> Optional<T> lock(Class<T> type, Object id);

    /**
     * A query in the JPQL of JPA 2.1, without EclipseLink's additions. Every entity in it stands for the company's rows;
     * two of them are joined in the where clause.
     */
    <T> TypedQuery<T> query(String jpql, Class<T> type);

    /** An update or delete in JPQL, which concerns only the company's rows. What was read before is not refreshed. */
    Query statement(String jpql);

    void add(Object row);

    /** Deletes a row that was found here. */
    void remove(Object row);

    /** Writes now, so that the database's objections come here and not at the end of the work. */
    void write();

    /**
     * Writes now, and forgets all rows that were found or added here: for work on more rows than memory should hold. What
     * is changed in such a row afterwards is not written.
     */
    void release();
}
