package org.zaledje.platform.exchange.internal.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A table as it is read, row after row. Empty rows are left out. Not thread-safe. */
public interface Table extends AutoCloseable {

    /**
     * A row.
     *
     * @param line  the line in which it begins, from 1
     * @param cells its cells: a String, a BigDecimal, a LocalDateTime, a Boolean, or null for an empty one
     */
    record Row(long line, List<Object> cells) {

        /** The cell at this place; null when it is empty or not there. */
        public Object cell(int index) {
            return index < cells.size() ? cells.get(index) : null;
        }
    }

    /**
     * The next row; empty at the end.
     *
     * @throws org.zaledje.platform.problem.ProblemException UNREADABLE or TOO_LARGE when the table can't be read
     */
    Optional<Row> next() throws IOException;

    @Override
    void close() throws IOException;
}
