package org.zaledje.platform.exchange.internal.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Writes a table, row after row, of which it holds only a few. Closing it ends the file and leaves the stream open. */
public interface TableWriter extends Closeable {

    void header(List<String> titles) throws IOException;

    /** A row of values of the columns' types, null for an empty cell. */
    void row(List<Object> values) throws IOException;
}
