package org.zaledje.testkit.parcel;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A row with a field of each type, some of which may be absent. */
@Entity
@Table(name = "shipment")
public class Shipment {

    @Id
    private UUID id;
    @Column(name = "code")
    private String code;
    @Column(name = "weight")
    private int weight;
    @Column(name = "price")
    private BigDecimal price;
    @Column(name = "due")
    private LocalDate due;
    @Column(name = "sent_at_ms")
    private long sentAt;
    @Column(name = "fragile")
    private boolean fragile;

    protected Shipment() {
    }

    public Shipment(UUID id, String code, int weight, BigDecimal price, LocalDate due, Instant sentAt, boolean fragile) {
        this.id = id;
        this.code = code;
        this.weight = weight;
        this.price = price;
        this.due = due;
        this.sentAt = sentAt.toEpochMilli();
        this.fragile = fragile;
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public long weight() {
        return weight;
    }

    public BigDecimal price() {
        return price;
    }

    public LocalDate due() {
        return due;
    }

    public Instant sentAt() {
        return Instant.ofEpochMilli(sentAt);
    }

    public boolean fragile() {
        return fragile;
    }
}
