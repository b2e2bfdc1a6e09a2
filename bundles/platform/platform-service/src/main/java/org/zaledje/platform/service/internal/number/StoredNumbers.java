package org.zaledje.platform.service.internal.number;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.number.NumberPattern;
import org.zaledje.platform.number.Numbers;
import org.zaledje.platform.number.RecordNumber;
import org.zaledje.platform.number.SeriesKey;
import org.zaledje.platform.service.internal.database.Database;
import org.zaledje.platform.service.internal.database.LocalTransaction;
import org.zaledje.platform.service.internal.database.Sql;
import org.zaledje.platform.transaction.Transactions;

/*
 * How are numbers given without gaps, and how fast?
 *
 * Without gaps: a row a series, counted up in the transaction of the record, so that the row's lock makes those who
 * number in the same series go one after the other, and a roll-back gives the number back. The row of a new series is
 * made in a transaction of its own before it is counted up: whoever loses the race for making it just counts on.
 *
 * Fast: a node takes BLOCK numbers at a time and gives them from memory. What is left of a block when it stops is a gap.
 *
 * Both use connections beside the pool for what must not be part of the caller's transaction: a thread that holds a
 * pooled connection and waits for a second one could wait for ever.
 */
/** The numbers in the platform's tables. */
@Component
public final class StoredNumbers implements Numbers {

    static final int BLOCK = 100;

    private static final String KEY = " where company_id = ? and type = ? and series = ? and series_year = ?";

    private final Transactions transactions;
    private final Sql sql;
    private final DataSource plain;
    private final Map<SeriesKey, Block> blocks = new ConcurrentHashMap<>();

    @Activate
    public StoredNumbers(@Reference Transactions transactions, @Reference Database database,
            @Reference(target = "(osgi.jndi.service.name=zaledje-platform)") DataSource dataSource) {
        this(transactions, dataSource, database.plain());
    }

    /**
     * With data sources of one's own.
     *
     * @param dataSource its connections take part in the transaction of their thread
     * @param plain      its connections don't
     */
    public static StoredNumbers over(Transactions transactions, DataSource dataSource, DataSource plain) {
        return new StoredNumbers(transactions, dataSource, plain);
    }

    /** Not public: the container takes any public constructor with as many arguments for the one that it is to call. */
    private StoredNumbers(Transactions transactions, DataSource dataSource, DataSource plain) {
        this.transactions = transactions;
        this.sql = new Sql(dataSource);
        this.plain = plain;
    }

    @Override
    public RecordNumber next(SeriesKey key, NumberPattern usual, LongSupplier before) {
        if (!transactions.isActive()) {
            throw new IllegalStateException("a number without gaps is taken in a transaction");
        }
        return countUp(key).orElseGet(() -> {
            begin(key, usual, before.getAsLong());
            return countUp(key).orElseThrow();
        });
    }

    private Optional<RecordNumber> countUp(SeriesKey key) {
        if (sql.update("update sys_number_series set last_number = last_number + 1" + KEY, arguments(key)) == 0) {
            return Optional.empty();
        }
        return sql.first("select last_number, pattern from sys_number_series" + KEY, row -> {
            long number = row.getLong(1);
            return new RecordNumber(number, new NumberPattern(row.getString(2)).format(key, number));
        }, arguments(key));
    }

    private void begin(SeriesKey key, NumberPattern usual, long last) {
        String pattern = sql.first("select pattern from sys_number_series where company_id = ? and type = ? and series = ? "
                        + "and series_year < ? order by series_year desc fetch first 1 row only",
                row -> row.getString(1), arguments(key)).orElse(usual.text());
        aside(connection -> {
            try (PreparedStatement insert = prepare(connection, "insert into sys_number_series "
                    + "(company_id, type, series, series_year, pattern, first_number, last_number) "
                    + "values (?, ?, ?, ?, ?, ?, ?)", key)) {
                insert.setString(5, pattern);
                insert.setLong(6, 1);
                insert.setLong(7, last);
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public long fast(SeriesKey key) {
        return blocks.computeIfAbsent(key, Block::new).next();
    }

    private final class Block {

        private final SeriesKey key;
        private long next;
        private long end;

        private Block(SeriesKey key) {
            this.key = key;
        }

        /** A new block is fetched without the monitor: on an embedded database the thread that writes may be waiting for it. */
        private long next() {
            Optional<Long> known = fromMemory();
            return known.isPresent() ? known.get() : from(take(key));
        }

        private synchronized Optional<Long> fromMemory() {
            return next < end ? Optional.of(next++) : Optional.empty();
        }

        /** Of two threads that have fetched a block each, the later one's is gone on with. */
        private synchronized long from(long first) {
            next = first + 1;
            end = first + BLOCK;
            return first;
        }
    }

    /** The first number of a new block. */
    private long take(SeriesKey key) {
        return aside(connection -> countUpBlock(connection, key)).orElseGet(() -> {
            aside(connection -> {
                try (PreparedStatement insert = prepare(connection, "insert into sys_number_block "
                        + "(company_id, type, series, series_year, next_number) values (?, ?, ?, ?, 1)", key)) {
                    return insert.executeUpdate();
                }
            });
            return aside(connection -> countUpBlock(connection, key)).orElseThrow();
        });
    }

    private static Optional<Long> countUpBlock(Connection connection, SeriesKey key) throws SQLException {
        try (PreparedStatement update = prepare(connection,
                "update sys_number_block set next_number = next_number + " + BLOCK + KEY, key);
                PreparedStatement query =
                        prepare(connection, "select next_number - " + BLOCK + " from sys_number_block" + KEY, key)) {
            if (update.executeUpdate() == 0) {
                return Optional.empty();
            }
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return Optional.of(row.getLong(1));
            }
        }
    }

    /** In a transaction that is not the caller's. A row that somebody else has made meanwhile is as good. */
    private <T> T aside(LocalTransaction.Work<T> work) {
        try {
            return LocalTransaction.in(plain, work);
        } catch (SQLException e) {
            if (Sql.isUniqueViolation(e)) {
                return null;
            }
            throw new IllegalStateException("No number can be taken now: " + e.getMessage(), e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String statement, SeriesKey key) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        Object[] arguments = arguments(key);
        for (int i = 0; i < arguments.length; i++) {
            prepared.setObject(i + 1, arguments[i]);
        }
        return prepared;
    }

    static Object[] arguments(SeriesKey key) {
        return new Object[] {key.company(), key.type(), key.series(), key.year()};
    }
}
