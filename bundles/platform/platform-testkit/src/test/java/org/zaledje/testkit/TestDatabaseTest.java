package org.zaledje.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestDatabaseTest {

    @ParameterizedTest
    @EnumSource
    void eachDatabaseStartsEmptyAndKeepsWhatIsCommitted(Engine engine) throws SQLException {
        try (TestDatabase one = engine.create(); TestDatabase other = engine.create()) {
            execute(one, "create table t (x int)");
            execute(one, "insert into t values (1)");
            try (Connection connection = one.dataSource().getConnection();
                    var rows = connection.createStatement().executeQuery("select count(*) from t")) {
                rows.next();
                assertEquals(1, rows.getInt(1));
            }
            assertThrows(SQLException.class, () -> execute(other, "insert into t values (1)"));
        }
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
