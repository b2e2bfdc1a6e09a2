package org.zaledje.platform.web.internal.rest;

import javax.servlet.ServletRequest;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.ext.Provider;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.zaledje.platform.web.internal.front.Routes;

/** Notes which template a request's path fits, for the figures. */
@Provider
public final class RouteNote implements ContainerRequestFilter {

    private static final String BASE = "/api/v1/";

    @Override
    public void filter(ContainerRequestContext context) {
        Message message = PhaseInterceptorChain.getCurrentMessage();
        OperationResourceInfo operation = message.getExchange().get(OperationResourceInfo.class);
        if (operation != null && message.get(AbstractHTTPDestination.HTTP_REQUEST) instanceof ServletRequest request) {
            Routes.noteTemplate(request, BASE + Routes.function(request) + "/"
                    + operation.getClassResourceInfo().getURITemplate().getValue() + "/" + operation.getURITemplate().getValue());
        }
    }
}
