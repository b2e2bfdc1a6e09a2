package org.zaledje.platform.calendar;

import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * What makes a company's calendar.
 *
 * @param zone    where its days begin and end
 * @param country whose public holidays are free: ISO 3166-1 alpha-2 code; at first the company's own country
 * @param region  the part of that country with holidays of its own, as ISO 3166-2 has it after the hyphen and in lower case,
 *                for example {@code by} for Bavaria; empty for none
 * @param week    the ordinary week
 */
public record CalendarSettings(ZoneId zone, String country, Optional<String> region, WorkingWeek week) {
    public CalendarSettings {
        Objects.requireNonNull(zone);
        Objects.requireNonNull(country);
        Objects.requireNonNull(region);
        Objects.requireNonNull(week);
    }
}
