package org.zaledje.accounting.internal;

import java.util.function.Supplier;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.zaledje.platform.transaction.Transactions;

/** Transactions of a persistence unit; there is always one. */
public final class TestTransactions implements Transactions {

    private final JpaTemplate jpa;

    public TestTransactions(JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public <T> T required(Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T> T requiresNew(Supplier<T> work) {
        return jpa.txExpr(TransactionType.RequiresNew, manager -> work.get());
    }

    @Override
    public boolean isActive() {
        return true;
    }

    @Override
    public void afterCommit(Runnable action) {
        throw new UnsupportedOperationException();
    }
}
