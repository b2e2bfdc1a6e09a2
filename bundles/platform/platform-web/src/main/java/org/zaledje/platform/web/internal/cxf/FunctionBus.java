package org.zaledje.platform.web.internal.cxf;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.servlet.ServletConfig;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.bus.extension.ExtensionManager;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.bus.extension.ExtensionManagerImpl;
import org.apache.cxf.common.jaxb.JAXBContextCache;
import org.apache.cxf.interceptor.OneWayProcessorInterceptor;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.management.InstrumentationManager;
import org.apache.cxf.transport.DestinationFactoryManager;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.apache.cxf.transport.http.DestinationRegistry;
import org.apache.cxf.transport.http.DestinationRegistryImpl;
import org.apache.cxf.transport.http.HTTPTransportFactory;

/**
 * The part of CXF that serves one function through one door.
 *
 * <p>Why each function has a bus of its own: CXF keeps generated classes, data bindings and endpoints in it, so when
 * the function goes, all that knows its classes goes in one piece. It also keeps REST and SOAP from finding each
 * other's destinations. A bus takes some milliseconds once CXF is loaded.
 */
public final class FunctionBus implements AutoCloseable {

    private static final String ADDRESS = "org.apache.cxf.transport.endpoint.address";

    private final DestinationRegistry destinations = new DestinationRegistryImpl();
    private final Bus bus;

    public FunctionBus() {
        bus = withCxfLoader(this::open);
    }

    private Bus open() {
        FaultListener diagnosedElsewhere = (fault, description, message) -> false;
        ExtensionManagerBus opened = new ExtensionManagerBus(null, Map.of(
                FaultListener.class.getName(), diagnosedElsewhere,
                // The caller is bound to the thread of the request.
                OneWayProcessorInterceptor.USE_ORIGINAL_THREAD, true), Bus.class.getClassLoader());
        // Who listens to JMX may keep what was registered there, and with it the function's classes.
        ExtensionManagerImpl extensions = (ExtensionManagerImpl) opened.getExtension(ExtensionManager.class);
        extensions.removeBeansOfNames(List.of(InstrumentationManager.class.getName()));
        HTTPTransportFactory transport = new HTTPTransportFactory(destinations);
        opened.setExtension(transport, HTTPTransportFactory.class);
        DestinationFactoryManager factories = opened.getExtension(DestinationFactoryManager.class);
        transport.getTransportIds().forEach(id -> factories.registerDestinationFactory(id, transport));
        opened.initialize();
        // CXF makes the first bus its default; whoever asks for that one must not get a function's.
        if (BusFactory.getDefaultBus(false) == opened) {
            BusFactory.setDefaultBus(null);
        }
        BusFactory.setThreadDefaultBus(null);
        return opened;
    }

    public Bus bus() {
        return bus;
    }

    /**
     * Answers a request by the one endpoint that was published on this bus.
     *
     * @return false, with nothing done, when the bus was closed after it had been found
     */
    public boolean serve(ServletConfig config, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<AbstractHTTPDestination> published = destinations.getDestinations().stream().findFirst();
        if (published.isEmpty()) {
            return false;
        }
        AbstractHTTPDestination destination = published.get();
        // As an attribute of the request, for the endpoint's own address would be changed by each caller's Host header.
        request.setAttribute(ADDRESS, base(request) + destination.getEndpointInfo().getAddress());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Bus.class.getClassLoader());
        try {
            destination.invoke(config, config.getServletContext(), request, response);
            return true;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String base(HttpServletRequest request) {
        StringBuffer url = request.getRequestURL();
        String path = request.getRequestURI();
        return url.substring(0, url.length() - path.length()) + request.getContextPath() + request.getServletPath();
    }

    /** Does work that makes parts of CXF, which it looks for with the thread's context class loader. */
    public static <T> T withCxfLoader(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Bus.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() {
        bus.shutdown(true);
        JAXBContextCache.clearCaches();
    }
}
