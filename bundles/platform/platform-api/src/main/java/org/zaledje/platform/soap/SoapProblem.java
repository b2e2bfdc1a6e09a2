package org.zaledje.platform.soap;

import javax.xml.ws.WebFault;

/** The fault of every SOAP operation: says the same as the {@code application/problem+json} of REST. */
@WebFault(name = "problem", targetNamespace = SoapProblem.NAMESPACE)
public class SoapProblem extends Exception {

    /** XML namespace of the fault's detail. */
    public static final String NAMESPACE = "urn:zaledje:problem";

    private static final long serialVersionUID = 1L;

    private final transient ProblemDetail detail;

    public SoapProblem(String message, ProblemDetail detail) {
        super(message);
        this.detail = detail;
    }

    public SoapProblem(String message, ProblemDetail detail, Throwable cause) {
        super(message, cause);
        this.detail = detail;
    }

    /** What went wrong; JAX-WS finds it by this name. */
    public ProblemDetail getFaultInfo() {
        return detail;
    }
}
