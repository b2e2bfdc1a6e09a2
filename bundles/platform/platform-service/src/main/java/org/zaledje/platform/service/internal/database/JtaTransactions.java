package org.zaledje.platform.service.internal.database;

import java.util.function.Supplier;
import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.SystemException;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.transaction.Transactions;

/** The transactions of the container's transaction manager, which JPA takes part in. */
@Component
public final class JtaTransactions implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(JtaTransactions.class);

    private final TransactionManager manager;

    @Activate
    public JtaTransactions(@Reference TransactionManager manager) {
        this.manager = manager;
    }

    @Override
    public <T> T required(Supplier<T> work) {
        return isActive() ? takePart(work) : begin(work);
    }

    @Override
    public <T> T requiresNew(Supplier<T> work) {
        if (!isActive()) {
            return begin(work);
        }
        Transaction outer = jta(manager::suspend);
        try {
            return begin(work);
        } finally {
            jta(() -> {
                manager.resume(outer);
                return outer;
            });
        }
    }

    private <T> T takePart(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            jta(() -> {
                manager.setRollbackOnly();
                return e;
            });
            throw e;
        }
    }

    private <T> T begin(Supplier<T> work) {
        jta(() -> {
            manager.begin();
            return manager;
        });
        T result;
        try {
            result = work.get();
        } catch (RuntimeException | Error e) {
            rollBack(e);
            throw e;
        }
        jta(() -> {
            manager.commit();
            return manager;
        });
        return result;
    }

    private void rollBack(Throwable cause) {
        try {
            manager.rollback();
        } catch (SystemException | RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public boolean isActive() {
        int status = jta(manager::getStatus);
        return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
    }

    @Override
    public void afterCommit(Runnable action) {
        if (!isActive()) {
            action.run();
            return;
        }
        jta(() -> {
            manager.getTransaction().registerSynchronization(new AfterCommit(manager, action));
            return action;
        });
    }

    private record AfterCommit(TransactionManager manager, Runnable action) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // Only the end counts.
        }

        @Override
        public void afterCompletion(int status) {
            if (status != Status.STATUS_COMMITTED) {
                return;
            }
            // The thread still has the ended transaction, inside which no other could begin.
            Transaction ended = jta(manager::suspend);
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.error("What was to follow a committed transaction has failed", e);
            } finally {
                jta(() -> {
                    manager.resume(ended);
                    return ended;
                });
            }
        }
    }

    @FunctionalInterface
    private interface JtaCall<T> {
        T call() throws Exception;
    }

    private static <T> T jta(JtaCall<T> call) {
        try {
            return call.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (RollbackException e) {
            throw new IllegalStateException("The transaction was rolled back: " + e.getMessage(), e);
        } catch (Exception e) {
            throw new IllegalStateException("The transaction manager failed: " + e.getMessage(), e);
        }
    }
}
