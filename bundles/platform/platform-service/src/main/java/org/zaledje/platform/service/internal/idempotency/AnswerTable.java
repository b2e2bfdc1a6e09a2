package org.zaledje.platform.service.internal.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zaledje.platform.idempotency.KeptAnswer;
import org.zaledje.platform.service.internal.database.Sql;

/** The table of kept answers. A row without fingerprint is seen only by the transaction that is at work on it. */
final class AnswerTable {

    private static final int SWEPT_MAX = 1000;
    private static final String OF_KEY = " where company_id = ? and caller = ? and idempotency_key = ?";

    private final Sql sql;

    AnswerTable(Sql sql) {
        this.sql = sql;
    }

    record Key(UUID company, String caller, String text) {
    }

    record Row(String fingerprint, KeptAnswer answer) {
    }

    Optional<Row> find(Key key, Instant now) {
        return sql.first("select fingerprint, status, headers, body from web_answer" + OF_KEY + " and kept_until > ?",
                AnswerTable::row, key.company(), key.caller(), key.text(), now);
    }

    /** Waits for another transaction that has claimed the key. */
    void claim(Key key, Instant now, Instant until) {
        sql.update("delete from web_answer" + OF_KEY + " and kept_until <= ?",
                key.company(), key.caller(), key.text(), now);
        sql.update("insert into web_answer (company_id, caller, idempotency_key, kept_until) values (?, ?, ?, ?)",
                key.company(), key.caller(), key.text(), until);
    }

    void keep(Key key, String fingerprint, KeptAnswer answer) {
        sql.update("update web_answer set fingerprint = ?, status = ?, headers = ?, body = ?" + OF_KEY,
                fingerprint, answer.status(), text(answer.headers()), answer.body(),
                key.company(), key.caller(), key.text());
    }

    /** Removes some of the rows whose time is over. */
    void sweep(Instant now) {
        sql.update("delete from web_answer where (company_id, caller, idempotency_key) in (select company_id, caller,"
                + " idempotency_key from web_answer where kept_until <= ? order by kept_until fetch first "
                + SWEPT_MAX + " rows only)", now);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getString(1),
                new KeptAnswer(row.getInt(2), headers(row.getString(3)), row.getBytes(4), true));
    }

    /** A header's value has no line break in it. */
    private static String text(Map<String, String> headers) {
        return headers.entrySet().stream().map(header -> header.getKey() + ":" + header.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> headers(String text) {
        return text.lines().map(line -> line.split(":", 2)).collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }
}
