package org.zaledje.platform.web.internal.soap;

import java.io.IOException;
import javax.servlet.ServletConfig;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import java.util.Map;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.staxutils.StaxUtils;
import org.zaledje.platform.soap.SoapEndpoint;
import org.zaledje.platform.web.internal.cxf.FunctionBus;

/** Serves the endpoint of one function. */
final class SoapServer implements AutoCloseable {

    private static final Map<String, Object> PROPERTIES = Map.of(
            "allowNonMatchingToDefaultSoapAction", true,
            StaxUtils.MAX_ELEMENT_DEPTH, 100,
            StaxUtils.MAX_ATTRIBUTE_COUNT, 100,
            StaxUtils.MAX_CHILD_ELEMENTS, 50_000,
            StaxUtils.MAX_ATTRIBUTE_SIZE, 64 * 1024);

    private final FunctionBus bus = new FunctionBus();

    SoapServer(String function, SoapEndpoint implementation) {
        bus.bus().getInInterceptors().add(new SecurityHeaders());
        bus.bus().getInInterceptors().add(new OperationNote());
        bus.bus().getOutFaultInterceptors().add(new ProblemFaults());
        PROPERTIES.forEach(bus.bus()::setProperty);
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
