package org.zaledje.platform.number;

import org.osgi.annotation.versioning.ProviderType;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;

/** Looks after the gapless series of the caller's company. Thread-safe. */
@ProviderType
public interface NumberSeries {

    /** Permission to see the series. */
    String VIEW = "administration.numbers.read";

    /** Permission to set series up. */
    String CHANGE = "administration.numbers.manage";

    /** The series of the current company, by type, series and year, latest year first. Needs {@link #VIEW}. */
    Page<SeriesInfo> list(PageRequest request);

    /**
     * Sets up a series before its first use, for example that of the coming year. Audited. Needs {@link #CHANGE}.
     *
     * @param key     a series of the current company
     * @param pattern how numbers are to be written
     * @param next    the first number, 1 to 999,999,999,999
     * @throws org.zaledje.platform.problem.ProblemException CONFLICT {@code numbers.series.used} when a number has been
     *         taken; RULES_BROKEN {@code numbers.series.invalid} when pattern or number can't be
     */
    SeriesInfo setUp(SeriesKey key, String pattern, long next);
}
