package org.example.guestbook;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A row of the table of guests. */
@Entity
@Table(name = "gst_guest")
public class GuestRow {

    @Id
    @Column(name = "id")
    private String id;
    @Column(name = "name")
    private String name;
    @Column(name = "mood") // since 2
    private String mood; // since 2

    protected GuestRow() {
    }

    GuestRow(GuestBookResource.Guest guest) {
        id = guest.id();
        name = guest.name();
        mood = guest.mood(); // since 2
    }

    GuestBookResource.Guest toGuest() {
        return new GuestBookResource.Guest(id, name); // only 1
        return new GuestBookResource.Guest(id, name, mood); // since 2
    }
}
