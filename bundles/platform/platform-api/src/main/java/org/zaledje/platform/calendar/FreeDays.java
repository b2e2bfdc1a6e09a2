package org.zaledje.platform.calendar;

import java.time.LocalDate;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** The free days of every year. Thread-safe; answers at once. */
@ConsumerType
@FunctionalInterface
public interface FreeDays {

    /** Those of one year, by day; never null. */
    Map<LocalDate, FreeDay> in(int year);
}
