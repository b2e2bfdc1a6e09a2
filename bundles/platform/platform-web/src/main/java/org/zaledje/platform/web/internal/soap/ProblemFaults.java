package org.zaledje.platform.web.internal.soap;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.xml.bind.JAXBException;
import javax.xml.bind.UnmarshalException;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.FaultMode;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.staxutils.W3CDOMStreamWriter;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.soap.ProblemDetail;
import org.zaledje.platform.soap.SoapProblem;
import org.zaledje.platform.web.internal.problem.Diagnosis;
import org.zaledje.platform.web.internal.problem.Languages;
import org.zaledje.platform.web.internal.problem.Problem;

/** Gives every fault, whoever throws it, the same detail: a problem. */
final class ProblemFaults extends AbstractPhaseInterceptor<Message> {

    private static final int TOO_LARGE = ProblemException.Kind.TOO_LARGE.status();
    private static final int SERVER_ERROR = 500;
    private static final Set<FaultMode> BY_OPERATION =
            EnumSet.of(FaultMode.UNCHECKED_APPLICATION_FAULT, FaultMode.CHECKED_APPLICATION_FAULT);

    ProblemFaults() {
        super(Phase.SETUP);
    }

    @Override
    public void handleMessage(Message message) {
        Exception thrown = message.getContent(Exception.class);
        ProblemDetail detail = Diagnosis.inChain(thrown, SoapProblem.class).map(SoapProblem::getFaultInfo)
                .orElseGet(() -> SoapProblems.detail(diagnose(thrown, message), language(message)));
        SoapProblems.correlate(detail);
        message.setContent(Exception.class, fault(detail));
    }

    private static Problem diagnose(Exception thrown, Message message) {
        boolean byOperation = mode(message).filter(BY_OPERATION::contains).isPresent();
        if (byOperation || Diagnosis.inChain(thrown, ProblemException.class).isPresent()) {
            return Diagnosis.of(thrown);
        }
        if (Diagnosis.inChain(thrown, XMLStreamException.class).isPresent()
                || Diagnosis.inChain(thrown, UnmarshalException.class).isPresent()) {
            return Problem.of(400, "soap.malformed");
        }
        if (thrown instanceof SoapFault fault && fault.getFaultCode().getLocalPart().equals("MustUnderstand")) {
            return Problem.of(400, "soap.not-understood");
        }
        if (byCaller(thrown)) {
            return Problem.of(400, "soap.unknown-operation");
        }
        // Before the message is understood, CXF stumbles over odd ones in ways of its own.
        return message.getExchange().getBindingOperationInfo() == null
                ? Problem.of(400, "soap.malformed") : Diagnosis.of(thrown);
    }

    private static boolean byCaller(Exception thrown) {
        return thrown instanceof Fault fault && fault.getFaultCode() != null
                && !fault.getFaultCode().getLocalPart().equals(Fault.FAULT_CODE_SERVER.getLocalPart());
    }

    private static Optional<FaultMode> mode(Message message) {
        return Optional.ofNullable(message.getExchange().getInMessage()).map(in -> in.get(FaultMode.class))
                .or(() -> Optional.ofNullable(message.get(FaultMode.class)));
    }

    private static Locale language(Message message) {
        return Optional.ofNullable(message.getExchange().getInMessage())
                .map(in -> (HttpServletRequest) in.get(AbstractHTTPDestination.HTTP_REQUEST))
                .map(Languages::of).orElse(Locale.ENGLISH);
    }

    private static SoapFault fault(ProblemDetail detail) {
        SoapFault fault = new SoapFault(detail.detail,
                detail.status >= SERVER_ERROR ? Fault.FAULT_CODE_SERVER : Fault.FAULT_CODE_CLIENT);
        if (detail.status == TOO_LARGE) {
            fault.setStatusCode(TOO_LARGE);
        }
        try {
            SoapProblems.write(detail, new W3CDOMStreamWriter(fault.getOrCreateDetail()));
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
        return fault;
    }
}
