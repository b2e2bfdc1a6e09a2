package org.zaledje.platform.calendar.internal;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.zaledje.platform.calendar.FreeDay;
import org.zaledje.platform.text.LocalizedText;

/** A day that a company has made free. */
@Entity
@Table(name = "cal_free_day")
@IdClass(FreeDayRow.Key.class)
public class FreeDayRow {

    @Id
    @Column(name = "company_id")
    private String companyId;

    @Id
    @Column(name = "free_day")
    private LocalDate day;

    @Column(name = "name")
    private String name;

    protected FreeDayRow() {
    }

    FreeDayRow(UUID companyId, LocalDate day, String name) {
        this.companyId = companyId.toString();
        this.day = day;
        this.name = name;
    }

    String name() {
        return name;
    }

    void rename(String other) {
        name = other;
    }

    FreeDay freeDay() {
        return new FreeDay(day, FreeDay.Kind.COMPANY, LocalizedText.verbatim(name));
    }

    /** Primary key; JPA wants it mutable. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String companyId;
        private LocalDate day;

        public Key() {
        }

        Key(UUID companyId, LocalDate day) {
            this.companyId = companyId.toString();
            this.day = day;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && companyId.equals(key.companyId) && day.equals(key.day);
        }

        @Override
        public int hashCode() {
            return Objects.hash(companyId, day);
        }
    }
}
