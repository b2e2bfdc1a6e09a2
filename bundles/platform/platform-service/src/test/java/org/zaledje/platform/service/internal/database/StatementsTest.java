package org.zaledje.platform.service.internal.database;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsTest {

    @ParameterizedTest
    @ValueSource(strings = {"select * from t", " (SELECT 1) union (select 2)", "values (1)", "CALL TRANSACTION_ID()",
        "\n select last_updated from t order by updates", "explain select 1", "show tables"})
    void readsOnly(String sql) {
        assertFalse(Statements.mayWrite(sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert into t values (1)", "Update t set x = 1", "delete from t", "merge into t values (1)",
        "create table t (x integer)", "truncate table t", "select 1 from t where x = ? for update skip locked",
        "select 1 from t FOR\n  UPDATE", "select 1 from t for share", "select next value for s", "select nextval('s')",
        "select x from final table (insert into t values (1))", "with c as (select 1) insert into t select * from c",
        "set write_delay 0", "script to 'x'", "backup to 'x'"})
    void mayWrite(String sql) {
        assertTrue(Statements.mayWrite(sql));
    }
}
