package org.zaledje.platform.web.internal.rest;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import javax.servlet.ServletConfig;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.lifecycle.SingletonResourceProvider;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.web.internal.cxf.FunctionBus;

/** Serves the resources of one function. */
final class RestServer implements AutoCloseable {

    private final FunctionBus bus = new FunctionBus();

    RestServer(String function, Collection<RestResource> resources) {
        try {
            FunctionBus.withCxfLoader(() -> publish(function, resources).create());
        } catch (RuntimeException e) {
            bus.close();
            throw e;
        }
    }

    private JAXRSServerFactoryBean publish(String function, Collection<RestResource> resources) {
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus.bus());
        factory.setAddress("/" + function);
        factory.setResourceClasses(resources.stream().<Class<?>>map(Object::getClass).toList());
        resources.forEach(resource ->
                factory.setResourceProvider(resource.getClass(), new SingletonResourceProvider(resource, false)));
        factory.setProviders(List.of(
                new JsonBodies(JsonMappers.create()), new ProblemMapper(), new ParameterConverters(), new EntityTags(),
                new RouteNote()));
        return factory;
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
