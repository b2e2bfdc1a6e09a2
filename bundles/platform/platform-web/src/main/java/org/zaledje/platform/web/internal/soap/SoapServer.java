package org.zaledje.platform.web.internal.soap;

import java.io.IOException;
import javax.servlet.ServletConfig;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.jaxws.EndpointImpl;
import org.zaledje.platform.soap.SoapEndpoint;
import org.zaledje.platform.web.internal.cxf.FunctionBus;

/** Serves the endpoint of one function. */
final class SoapServer implements AutoCloseable {

    private final FunctionBus bus = new FunctionBus();

    SoapServer(String function, SoapEndpoint implementation) {
        bus.bus().getOutFaultInterceptors().add(new ProblemFaults());
        try {
            FunctionBus.withCxfLoader(() -> new EndpointImpl(bus.bus(), implementation)).publish("/" + function);
        } catch (RuntimeException e) {
            bus.close();
            throw e;
        }
    }

    /** Answers a request; false, with nothing done, when the server was closed after it had been found. */
    boolean serve(ServletConfig config, HttpServletRequest request, HttpServletResponse response) throws IOException {
        return bus.serve(config, request, response);
    }

    @Override
    public void close() {
        bus.close();
    }
}
