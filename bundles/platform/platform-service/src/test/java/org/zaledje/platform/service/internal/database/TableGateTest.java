package org.zaledje.platform.service.internal.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.testkit.Engine;

@Timeout(60)
class TableGateTest {

    private static final Duration AT_ONCE = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final TableGate gate = new TableGate();

    @Test
    void whoeverIsInsideIsWaitedForAndWhoeverComesWaits() throws Exception {
        TableGate.Passage inside = gate.enter();
        CompletableFuture<TableGate.Closed> closing = CompletableFuture.supplyAsync(() -> gate.close(LONG));
        assertThrows(TimeoutException.class, () -> closing.get(100, TimeUnit.MILLISECONDS));

        inside.leave();
        TableGate.Closed closed = closing.get();
        CompletableFuture<TableGate.Passage> coming = CompletableFuture.supplyAsync(gate::enter);
        assertThrows(TimeoutException.class, () -> coming.get(100, TimeUnit.MILLISECONDS));

        closed.close();
        coming.get().leave();
    }

    @Test
    void whoIsInsideMayComeInAgainWhileTheGateIsBeingClosed() throws Exception {
        TableGate.Passage outer = gate.enter();
        CompletableFuture<TableGate.Closed> closing = CompletableFuture.supplyAsync(() -> gate.close(LONG));
        assertThrows(TimeoutException.class, () -> closing.get(100, TimeUnit.MILLISECONDS));
        TableGate.Passage inner = gate.enter();
        outer.leave();
        outer.leave();
        assertFalse(closing.isDone());
        inner.leave();
        closing.get().close();
    }

    @Test
    void whatIsUsedForTooLongIsNotClosedAndOpenAgain() throws Exception {
        TableGate.Passage inside = CompletableFuture.supplyAsync(gate::enter).get();
        assertEquals("tables.in-use", assertThrows(ProblemException.class, () -> gate.close(AT_ONCE)).code());
        gate.enter().leave();
        inside.leave();
        gate.close(AT_ONCE).close();
    }

    @Test
    void whoWaitsForTooLongIsToldToComeAgain() {
        TableGate impatient = new TableGate(AT_ONCE);
        try (TableGate.Closed closed = impatient.close(LONG)) {
            assertEquals("tables.changing", assertThrows(ProblemException.class, impatient::enter).code(), closed.toString());
        }
    }

    @Test
    void onH2OneIsInsideUntilTheTransactionHasEnded() throws Exception {
        try (JtaDatabase database = new JtaDatabase(Engine.H2)) {
            DataSource pooled = database.database().pooled("zaledje-t");
            TableGate own = database.database().gate("zaledje-t");
            database.transactions().required(() -> {
                closeAtOnce(pooled);
                assertThrows(ProblemException.class, () -> own.close(AT_ONCE));
                return pooled;
            });
            own.close(AT_ONCE).close();
        }
    }

    @Test
    void onH2OneIsInsideWithoutATransactionUntilTheConnectionIsClosed() throws Exception {
        try (JtaDatabase database = new JtaDatabase(Engine.H2)) {
            TableGate own = database.database().gate("zaledje-t");
            try (Connection connection = database.database().pooled("zaledje-t").getConnection()) {
                assertThrows(ProblemException.class, () -> own.close(AT_ONCE), connection.toString());
            }
            own.close(AT_ONCE).close();
            database.database().gate("zaledje-u").close(AT_ONCE).close();
        }
    }

    @Test
    void onPostgresqlWhichLocksTablesItselfNobodyIsKeptAway() throws Exception {
        try (JtaDatabase database = new JtaDatabase(Engine.POSTGRESQL);
                TableGate.Closed closed = database.database().gate("zaledje-t").close(AT_ONCE);
                Connection connection = database.database().pooled("zaledje-t").getConnection()) {
            assertTrue(connection.isValid(1), closed.toString());
        }
    }

    private static void closeAtOnce(DataSource dataSource) {
        try {
            dataSource.getConnection().close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
