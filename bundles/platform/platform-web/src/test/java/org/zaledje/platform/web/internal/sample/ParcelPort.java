package org.zaledje.platform.web.internal.sample;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.jws.Oneway;
import javax.jws.WebMethod;
import javax.jws.WebParam;
import javax.jws.WebService;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.soap.ProblemDetail;
import org.zaledje.platform.soap.SoapEndpoint;
import org.zaledje.platform.soap.SoapProblem;
import org.zaledje.platform.text.LocalizedText;

/** An endpoint with one operation for each thing that the platform promises to do for endpoints. */
@WebService(serviceName = "Parcels", portName = "ParcelPort", name = "ParcelPort",
        targetNamespace = "urn:zaledje:parcels")
public class ParcelPort implements SoapEndpoint {

    private final Callers callers;
    private final CompletableFuture<String> notified = new CompletableFuture<>();

    public ParcelPort(Callers callers) {
        this.callers = callers;
    }

    @WebMethod
    public String weigh(@WebParam(name = "name") String name, @WebParam(name = "weight") BigDecimal weight)
            throws SoapProblem {
        if (weight.signum() < 0) {
            ProblemDetail detail = new ProblemDetail();
            detail.code = "parcels.weight.negative";
            detail.status = 422;
            detail.detail = "Less than nothing.";
            throw new SoapProblem("negative", detail);
        }
        return name + " " + weight.toPlainString() + " " + callers.current().orElseThrow().name();
    }

    @WebMethod
    public String refuse() {
        throw ProblemException.rulesBroken("parcels.not-sealed",
                locale -> locale.getLanguage().equals("sl") ? "Paket ni zapečaten." : "The parcel is not sealed.",
                List.of(Violation.error("parcels.seal", LocalizedText.verbatim("seal"), "/seal")));
    }

    @WebMethod
    public String fail() {
        throw new IllegalStateException("secret of the implementation");
    }

    @WebMethod
    @Oneway
    public void notifyArrival(@WebParam(name = "name") String name) {
        notified.complete(name + " " + callers.current().orElseThrow().name());
    }

    @WebMethod(exclude = true)
    public CompletableFuture<String> notified() {
        return notified;
    }
}
