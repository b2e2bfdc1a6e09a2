package org.zaledje.platform.web.internal.soap;

import java.util.Locale;
import java.util.Map;
import javax.xml.bind.JAXBContext;
import javax.xml.bind.JAXBElement;
import javax.xml.bind.JAXBException;
import javax.xml.bind.Marshaller;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamWriter;
import org.zaledje.platform.correlation.Correlation;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.soap.ProblemDetail;
import org.zaledje.platform.soap.SoapProblem;
import org.zaledje.platform.web.internal.cxf.FunctionBus;
import org.zaledje.platform.web.internal.problem.Problem;

/** A problem as the detail of a SOAP fault. */
final class SoapProblems {

    private static final QName NAME = new QName(SoapProblem.NAMESPACE, "problem");
    private static final JAXBContext XML = FunctionBus.withCxfLoader(SoapProblems::context);

    private SoapProblems() {
    }

    private static JAXBContext context() {
        try {
            return JAXBContext.newInstance(ProblemDetail.class);
        } catch (JAXBException e) {
            throw new IllegalStateException("No XML binding for problems", e);
        }
    }

    static ProblemDetail detail(Problem problem, Locale language) {
        ProblemDetail detail = new ProblemDetail();
        detail.code = problem.code();
        detail.status = problem.status();
        detail.detail = problem.detail().in(language);
        problem.violations().forEach(violation -> detail.violations.add(brokenRule(violation, language)));
        problem.members().forEach((name, value) -> detail.members.add(member(Map.entry(name, value))));
        return detail;
    }

    /** Adds the id under which the log tells of the request. */
    static void correlate(ProblemDetail detail) {
        Correlation.current().ifPresent(id -> detail.members.add(member(Map.entry(Correlation.KEY, id))));
    }

    private static ProblemDetail.BrokenRule brokenRule(Violation violation, Locale language) {
        ProblemDetail.BrokenRule rule = new ProblemDetail.BrokenRule();
        rule.rule = violation.rule();
        rule.severity = violation.severity().name().toLowerCase(Locale.ROOT);
        rule.message = violation.message().in(language);
        rule.location = violation.location();
        return rule;
    }

    private static ProblemDetail.Member member(Map.Entry<String, String> entry) {
        ProblemDetail.Member member = new ProblemDetail.Member();
        member.name = entry.getKey();
        member.value = entry.getValue();
        return member;
    }

    static void write(ProblemDetail detail, XMLStreamWriter xml) throws JAXBException {
        Marshaller marshaller = XML.createMarshaller();
        marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
        marshaller.marshal(new JAXBElement<>(NAME, ProblemDetail.class, detail), xml);
    }
}
