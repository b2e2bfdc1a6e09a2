package org.zaledje.accounting.internal.soap;

import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlAnyElement;
import javax.xml.bind.annotation.XmlType;
import org.w3c.dom.Element;

/** An operation's element with the invoice itself in it. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "InvoiceDocument")
public class InvoiceDocument {

    @XmlAnyElement
    Element document;
}
