package org.zaledje.platform.service.internal.backup;

import java.io.DataInputStream;
import java.io.IOException;
import java.sql.SQLException;

/** The tables that the rows of a backup go into. */
interface Tables {

    /** Makes those of a schema, empty, so that rows can come in any order of tables. */
    void make(Schema schema) throws IOException, SQLException;

    /** Takes in the rows of one table; answers how many there were. */
    long rows(String table, DataInputStream in) throws IOException, SQLException;

    /** Does what is done when all rows are there. */
    void finish() throws IOException, SQLException;

    /** Makes the database as empty as it was. */
    void undo() throws SQLException;
}
