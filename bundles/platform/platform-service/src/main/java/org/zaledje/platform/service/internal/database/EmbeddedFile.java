package org.zaledje.platform.service.internal.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import javax.sql.DataSource;

/*
 * Who writes H2's file, and when?
 *
 * H2's own thread would do so in the background, at any time. It is put off by 24 days (H2 knows no "never"; with
 * WRITE_DELAY=0 each commit would write the file by itself, for which we wait in groups), and each day again. What remains
 * is here, and in the thread of a transaction that writes much, which has the pen.
 *
 * The file is forced to the disk without the pen, so that others can write and commit meanwhile. All that is done by a
 * thread of its own, which nobody interrupts: H2 would not wait for its file then, and not say so.
 */

/** The file of an embedded database: opens it, forces it to the disk, and closes it. Thread-safe. */
final class EmbeddedFile implements CommitBarrier.Sync, SingleWriter.Holder {

    private static final String ASYNC = "async:";

    private static final long DELAY_MILLIS_MAX = Integer.MAX_VALUE;
    private static final Duration PUT_OFF_EVERY = Duration.ofDays(1);

    private final DataSource driver;
    private final SingleWriter writer;
    private final ExecutorService disk = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "zaledje-database-file");
        thread.setDaemon(true);
        return thread;
    });
    /** Keeps the database open between others' connections. */
    private Connection connection;
    /** Open until the end: closing it would take back H2's own lock of the file. */
    private FileChannel channel;
    private boolean closing;
    private long delayMillis;
    private long putOffAt;

    EmbeddedFile(DataSource driver, SingleWriter writer) {
        this.driver = driver;
        this.writer = writer;
    }

    /** Also again, when H2 has closed itself: it does so when its file can't be written. */
    @Override
    public synchronized void open() throws SQLException {
        if (connection != null && !connection.isClosed()) {
            return;
        }
        if (closing) {
            throw closed();
        }
        Connection first = driver.getConnection();
        try (Statement statement = first.createStatement()) {
            putOff(statement);
            if (channel == null) {
                try (ResultSet path = statement.executeQuery("CALL DATABASE_PATH()")) {
                    path.next();
                    channel = channel(path.getString(1));
                }
            }
        }
        connection = first;
    }

    private static SQLException closed() {
        return new SQLException("The database is closed");
    }

    /** H2 begins to count anew only when the delay is another one. */
    private void putOff(Statement statement) throws SQLException {
        delayMillis = delayMillis == DELAY_MILLIS_MAX ? DELAY_MILLIS_MAX - 1 : DELAY_MILLIS_MAX;
        statement.execute("SET WRITE_DELAY " + delayMillis);
        putOffAt = System.nanoTime();
    }

    private static FileChannel channel(String path) throws SQLException {
        if (path == null) {
            throw new SQLException("A database in memory keeps nothing: org.zaledje.database needs one in a file");
        }
        try {
            return FileChannel.open(Path.of((path.startsWith(ASYNC) ? path.substring(ASYNC.length()) : path) + ".mv.db"),
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new SQLException("The file of the database can't be opened: " + e.getMessage(), e);
        }
    }

    @Override
    public void force() throws SQLException {
        onDiskThread(() -> {
            writer.change(this::write);
            channel.force(false);
            return null;
        });
    }

    private void onDiskThread(Callable<Void> work) throws SQLException {
        boolean interrupted = false;
        try {
            Future<Void> done = disk.submit(work);
            while (true) {
                try {
                    done.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new SQLException(e.getCause().getMessage(), e.getCause());
        } catch (RejectedExecutionException e) {
            throw closed();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Void write() throws SQLException {
        open();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
            if (System.nanoTime() - putOffAt > PUT_OFF_EVERY.toNanos()) {
                putOff(statement);
            }
        }
        return null;
    }

    /** The pool closes its connections in the background; this ends the database before the caller goes on. */
    @Override
    public void close() throws SQLException {
        boolean opened;
        synchronized (this) {
            closing = true;
            opened = connection != null && !connection.isClosed();
        }
        if (opened) {
            onDiskThread(this::shutDown);
        }
        disk.shutdown();
    }

    private Void shutDown() throws SQLException, IOException {
        try (Connection last = connection; FileChannel file = channel; Statement statement = last.createStatement()) {
            boolean alone = isAlone();
            // If somebody still writes, it is left as by a kill, which takes back what has not been committed.
            writer.change(() -> statement.execute(alone ? "SHUTDOWN" : "SHUTDOWN IMMEDIATELY"));
            file.force(true);
            return null;
        }
    }

    /** Takes the turn for good, if it can be had. */
    private boolean isAlone() {
        try {
            writer.begin(this);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public boolean isIdle(Duration time) {
        return false;
    }

    @Override
    public void expel(Duration idle) {
        // Never idle.
    }
}
