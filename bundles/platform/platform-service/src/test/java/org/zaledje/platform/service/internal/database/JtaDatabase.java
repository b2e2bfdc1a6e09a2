package org.zaledje.platform.service.internal.database;

import javax.sql.DataSource;
import org.apache.geronimo.transaction.manager.GeronimoTransactionManager;
import org.ops4j.pax.transx.tm.impl.geronimo.TransactionManagerWrapper;
import org.zaledje.platform.transaction.Transactions;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;

/** A database with the platform's tables, pool and transactions, as in the container. */
public final class JtaDatabase implements AutoCloseable {

    private final TestDatabase test;
    private final Database database;
    private final Transactions transactions;

    public JtaDatabase(Engine engine) throws Exception {
        this(engine.create().migrate("db/platform/changelog.xml"));
    }

    private JtaDatabase(TestDatabase test) throws Exception {
        GeronimoTransactionManager manager = new GeronimoTransactionManager();
        this.test = test;
        database = new Database(new DatabaseSettings(test.url(), test.user(), ""), new TransactionManagerWrapper(manager));
        transactions = new JtaTransactions(manager);
    }

    public Transactions transactions() {
        return transactions;
    }

    public Database database() {
        return database;
    }

    public DataSource pooled() {
        return database.pooled();
    }

    public DataSource plain() {
        return database.plain();
    }

    @Override
    public void close() throws Exception {
        database.close();
        test.close();
    }
}
