package org.zaledje.accounting.internal.soap;

import java.util.ArrayList;
import java.util.List;
import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlType;
import org.zaledje.platform.soap.ProblemDetail.BrokenRule;

/** How a document stands against the rules. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "ValidationReport", propOrder = {"valid", "violation"})
public class SoapValidation {

    boolean valid;
    @XmlElement
    List<BrokenRule> violation = new ArrayList<>();
}
