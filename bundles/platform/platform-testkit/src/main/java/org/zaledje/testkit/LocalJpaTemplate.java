package org.zaledje.testkit;

import java.sql.Connection;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.apache.aries.jpa.template.EmConsumer;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;

/** {@link JpaTemplate} over the database's own transactions; a call inside another one takes part in its transaction. */
final class LocalJpaTemplate implements JpaTemplate {

    private final EntityManagerFactory factory;
    private final ThreadLocal<EntityManager> running = new ThreadLocal<>();

    LocalJpaTemplate(EntityManagerFactory factory) {
        this.factory = factory;
    }

    @Override
    public <R> R txExpr(TransactionType type, EmFunction<R> work) {
        EntityManager outer = running.get();
        if (outer != null && type != TransactionType.RequiresNew) {
            return work.apply(outer);
        }
        EntityManager manager = factory.createEntityManager();
        running.set(manager);
        try {
            manager.getTransaction().begin();
            R result = work.apply(manager);
            manager.getTransaction().commit();
            return result;
        } finally {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            manager.close();
            if (outer == null) {
                running.remove();
            } else {
                running.set(outer);
            }
        }
    }

    /** The connection of this thread's transaction, if it is in one. */
    Optional<Connection> connection() {
        return Optional.ofNullable(running.get()).map(manager -> manager.unwrap(Connection.class));
    }

    @Override
    public void tx(TransactionType type, EmConsumer work) {
        txExpr(type, manager -> {
            work.accept(manager);
            return null;
        });
    }

    @Override
    public <R> R txExpr(EmFunction<R> work) {
        return txExpr(TransactionType.Required, work);
    }

    @Override
    public void tx(EmConsumer work) {
        tx(TransactionType.Required, work);
    }
}
