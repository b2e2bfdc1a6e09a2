package org.zaledje.accounting.internal;

import java.util.function.Supplier;
import org.zaledje.platform.transaction.Transactions;

/** For what only asks whether there is a transaction: tests have that of their persistence unit. */
public final class TestTransactions implements Transactions {

    @Override
    public <T> T required(Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T> T requiresNew(Supplier<T> work) {
        throw new UnsupportedOperationException();
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
