package org.zaledje.accounting.internal.soap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlSchemaType;
import javax.xml.bind.annotation.XmlType;

/** A received invoice. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "ReceivedInvoice", propOrder = {"id", "kind", "state", "number", "issueDate", "dueDate", "sellerName",
    "sellerId", "buyerName", "currency", "netAmount", "vatAmount", "totalAmount", "payableAmount", "note", "line",
    "entryId", "entryNumber", "receivedAt", "receivedBy"})
public class SoapInvoice {

    @XmlElement(required = true)
    String id;
    @XmlElement(required = true)
    String kind;
    @XmlElement(required = true)
    String state;
    @XmlElement(required = true)
    String number;
    @XmlElement(required = true)
    @XmlSchemaType(name = "date")
    String issueDate;
    @XmlSchemaType(name = "date")
    String dueDate;
    @XmlElement(required = true)
    String sellerName;
    @XmlElement(required = true)
    String sellerId;
    @XmlElement(required = true)
    String buyerName;
    @XmlElement(required = true)
    String currency;
    @XmlElement(required = true)
    BigDecimal netAmount;
    @XmlElement(required = true)
    BigDecimal vatAmount;
    @XmlElement(required = true)
    BigDecimal totalAmount;
    @XmlElement(required = true)
    BigDecimal payableAmount;
    String note;
    List<Line> line = new ArrayList<>();
    String entryId;
    String entryNumber;
    @XmlElement(required = true)
    @XmlSchemaType(name = "dateTime")
    String receivedAt;
    @XmlElement(required = true)
    String receivedBy;

    /** An invoice line. */
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "ReceivedInvoiceLine", propOrder =
            {"number", "description", "quantity", "unit", "netAmount", "vatRate"})
    public static class Line {

        @XmlElement(required = true)
        String number;
        @XmlElement(required = true)
        String description;
        @XmlElement(required = true)
        BigDecimal quantity;
        String unit;
        @XmlElement(required = true)
        BigDecimal netAmount;
        BigDecimal vatRate;
    }
}
