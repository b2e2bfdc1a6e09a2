package org.zaledje.platform.service.internal.database;

import javax.sql.DataSource;
import javax.transaction.TransactionManager;
import org.apache.geronimo.transaction.manager.GeronimoTransactionManager;
import org.ops4j.pax.transx.tm.impl.geronimo.TransactionManagerWrapper;
import org.zaledje.platform.transaction.Transactions;
import org.zaledje.testkit.TestDatabase;

/** Transactions and connections as the container gives them, over a test's database: what one node has. */
public final class PooledDatabase implements AutoCloseable {

    private final GeronimoTransactionManager manager;
    private final Database database;

    public PooledDatabase(TestDatabase test) {
        this(test.url(), test.user());
    }

    public PooledDatabase(String url, String user) {
        try {
            manager = new GeronimoTransactionManager();
            database = new Database(new DatabaseSettings(url, user, ""), new TransactionManagerWrapper(manager));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public TransactionManager manager() {
        return manager;
    }

    public Transactions transactions() {
        return new JtaTransactions(manager);
    }

    public DataSource dataSource() {
        return database.pooled();
    }

    /** Connections beside the pool. */
    public DataSource plain() {
        return database.plain();
    }

    /** Whether other nodes can be there. */
    public boolean isShared() {
        return !database.isEmbedded();
    }

    @Override
    public void close() throws Exception {
        database.close();
    }
}
