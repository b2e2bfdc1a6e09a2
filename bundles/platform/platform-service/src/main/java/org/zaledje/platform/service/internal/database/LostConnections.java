package org.zaledje.platform.service.internal.database;

import java.sql.SQLException;
import java.util.Set;
import org.ops4j.pax.transx.connection.ExceptionSorter;

/**
 * Tells errors that end a connection from those of a statement, after which the connection serves on: the pool's own
 * rule takes a unique key's violation for a lost connection.
 */
final class LostConnections implements ExceptionSorter {

    private static final String CONNECTION_EXCEPTION = "08";
    private static final String POSTGRESQL_SHUTTING_DOWN = "57P";
    private static final String POSTGRESQL_IDLE_IN_TRANSACTION = "25P03";
    private static final Set<String> H2_CLOSED = Set.of("90007", "90067", "90098", "90121");

    @Override
    public boolean isExceptionFatal(Exception exception) {
        if (!(exception instanceof SQLException problem) || problem.getSQLState() == null) {
            return false;
        }
        String state = problem.getSQLState();
        return state.startsWith(CONNECTION_EXCEPTION)
                || state.startsWith(POSTGRESQL_SHUTTING_DOWN)
                || state.equals(POSTGRESQL_IDLE_IN_TRANSACTION)
                || H2_CLOSED.contains(state);
    }

    @Override
    public boolean rollbackOnFatalException() {
        return true;
    }
}
