package org.zaledje.accounting.internal.soap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlType;

/** The sums of all posted entries. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "TrialBalance", propOrder = {"row", "debit", "credit"})
public class SoapTrialBalance {

    List<Row> row = new ArrayList<>();
    @XmlElement(required = true)
    BigDecimal debit;
    @XmlElement(required = true)
    BigDecimal credit;

    /** One account. */
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "TrialBalanceRow", propOrder = {"account", "name", "debit", "credit", "balance"})
    public static class Row {

        @XmlElement(required = true)
        String account;
        @XmlElement(required = true)
        String name;
        @XmlElement(required = true)
        BigDecimal debit;
        @XmlElement(required = true)
        BigDecimal credit;
        @XmlElement(required = true)
        BigDecimal balance;
    }
}
