package org.zaledje.testkit.parcel;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;

/** A row with a key of several columns. */
@Entity
@Table(name = "parcel_line")
public class ParcelLine {

    @EmbeddedId
    private Key key;
    @Column(name = "article")
    private String article;

    protected ParcelLine() {
    }

    public ParcelLine(String parcel, int index, String article) {
        this.key = new Key(parcel, index);
        this.article = article;
    }

    public String article() {
        return article;
    }

    /** Parcel and place in it. */
    @Embeddable
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        @Column(name = "parcel")
        private String parcel;
        @Column(name = "line_index")
        private int index;

        protected Key() {
        }

        public Key(String parcel, int index) {
            this.parcel = parcel;
            this.index = index;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && index == key.index && parcel.equals(key.parcel);
        }

        @Override
        public int hashCode() {
            return Objects.hash(parcel, index);
        }
    }
}
