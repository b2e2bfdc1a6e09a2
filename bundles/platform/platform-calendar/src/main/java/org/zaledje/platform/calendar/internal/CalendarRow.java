package org.zaledje.platform.calendar.internal;

import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.zaledje.platform.calendar.CalendarSettings;

/** What a company's calendar is made of, once somebody has changed it. */
@Entity
@Table(name = "cal_calendar")
public class CalendarRow {

    @Id
    @Column(name = "company_id")
    private String companyId;

    @Column(name = "zone")
    private String zone;

    @Column(name = "country")
    private String country;

    @Column(name = "region")
    private String region;

    @Column(name = "week")
    private String week;

    @Version
    @Column(name = "version")
    private long version;

    protected CalendarRow() {
    }

    CalendarRow(UUID companyId, CalendarSettings settings) {
        this.companyId = companyId.toString();
        set(settings);
    }

    final void set(CalendarSettings settings) {
        zone = settings.zone().getId();
        country = settings.country();
        region = settings.region().orElse(null);
        week = WeekText.of(settings.week());
    }

    CalendarSettings settings() {
        return new CalendarSettings(ZoneId.of(zone), country, Optional.ofNullable(region), WeekText.parse(week));
    }

    long version() {
        return version;
    }
}
