package org.zaledje.platform.exchange;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.zaledje.platform.text.LocalizedText;

/**
 * The checking, or the writing, of one file. Used by one thread, with the caller known; rows come in the order of the
 * file, those of one record together.
 */
@ConsumerType
public interface ImportRun {

    /** Takes what is wrong with a record. */
    @FunctionalInterface
    interface Findings {

        /**
         * Tells a mistake.
         *
         * @param row     the row that it is in
         * @param column  key of its column; empty for the row as a whole
         * @param message what is expected, for people
         */
        void found(ExchangeRow row, String column, LocalizedText message);
    }

    /** Checks a record without any effect. Its required cells are there and all are of their types. */
    void check(List<ExchangeRow> record, Findings findings);

    /**
     * Writes a record that has passed {@link #check}, in the transaction of the whole import. Whatever it throws rolls
     * all of the import back; a ProblemException is told to people. Holds on to nothing of it, for there may be a million.
     */
    void write(List<ExchangeRow> record);
}
