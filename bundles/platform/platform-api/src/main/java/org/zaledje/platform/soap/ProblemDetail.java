package org.zaledje.platform.soap;

import java.util.ArrayList;
import java.util.List;
import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlElementWrapper;
import javax.xml.bind.annotation.XmlType;

/** Content of a {@link SoapProblem}, as XML. Mutable, because JAXB fills it. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "Problem", namespace = SoapProblem.NAMESPACE, propOrder = {"code", "status", "detail", "violations", "members"})
public class ProblemDetail {

    /** Stable id for programs. */
    @XmlElement(required = true)
    public String code;

    /** The HTTP status that REST would answer with. */
    @XmlElement(required = true)
    public int status;

    /** What happened, what was kept, and what to do, for people. */
    @XmlElement(required = true)
    public String detail;

    /** Every rule that the request breaks. */
    @XmlElementWrapper(name = "violations")
    @XmlElement(name = "violation")
    public List<BrokenRule> violations = new ArrayList<>();

    /** Further members for programs. */
    @XmlElement(name = "member")
    public List<Member> members = new ArrayList<>();

    /** One broken rule; see {@link org.zaledje.platform.problem.Violation}. */
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "BrokenRule", namespace = SoapProblem.NAMESPACE, propOrder = {"rule", "severity", "message", "location"})
    public static class BrokenRule {
        @XmlElement(required = true)
        public String rule;
        @XmlElement(required = true)
        public String severity;
        @XmlElement(required = true)
        public String message;
        public String location;
    }

    /** A named value. */
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Member", namespace = SoapProblem.NAMESPACE, propOrder = {"name", "value"})
    public static class Member {
        @XmlElement(required = true)
        public String name;
        @XmlElement(required = true)
        public String value;
    }
}
