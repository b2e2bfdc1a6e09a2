package org.zaledje.testkit.parcel;

import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A row whose id is only unique within its company. */
@Entity
@Table(name = "parcel")
public class Parcel {

    @Id
    private String code;
    @Column(name = "receipt")
    private UUID receipt;
    @Column(name = "weight")
    private int weight;

    protected Parcel() {
    }

    public Parcel(String code, UUID receipt, int weight) {
        this.code = code;
        this.receipt = receipt;
        this.weight = weight;
    }

    public UUID receipt() {
        return receipt;
    }

    public int weight() {
        return weight;
    }

    public void weigh(int grams) {
        weight = grams;
    }
}
