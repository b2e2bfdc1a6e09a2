package org.zaledje.platform.calendar;

import java.time.LocalDate;
import java.util.Objects;
import org.zaledje.platform.text.LocalizedText;

/**
 * A day on which nobody works, whatever day of the week it is.
 *
 * @param day  the day
 * @param kind who has made it free
 * @param name what it is called
 */
public record FreeDay(LocalDate day, Kind kind, LocalizedText name) {

    /** Who has made a day free. */
    public enum Kind {
        /** The law of the company's country or region. */
        PUBLIC_HOLIDAY,
        /** The company itself. */
        COMPANY
    }

    public FreeDay {
        Objects.requireNonNull(day);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
    }
}
