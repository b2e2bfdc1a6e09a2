package org.zaledje.accounting.internal.soap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlSchemaType;
import javax.xml.bind.annotation.XmlType;

/** A journal entry, to be posted or posted; what only a posted one has is absent before. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "Entry", propOrder = {"id", "number", "date", "journal", "description", "line", "total", "postedAt",
        "postedBy"})
public class SoapEntry {

    String id;
    String number;
    @XmlElement(required = true)
    @XmlSchemaType(name = "date")
    String date;
    @XmlElement(required = true)
    String journal;
    @XmlElement(required = true)
    String description;
    @XmlElement(required = true)
    List<Line> line = new ArrayList<>();
    BigDecimal total;
    @XmlSchemaType(name = "dateTime")
    String postedAt;
    String postedBy;

    /** A debit or a credit. */
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "EntryLine", propOrder = {"account", "debit", "credit", "description"})
    public static class Line {

        @XmlElement(required = true)
        String account;
        BigDecimal debit;
        BigDecimal credit;
        String description;
    }
}
