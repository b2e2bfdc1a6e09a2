package org.zaledje.platform.web.internal.soap;

import javax.servlet.http.HttpServletRequest;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.binding.soap.interceptor.MustUnderstandInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** Takes a security header out of the message that has been followed; one that has not stays, and CXF refuses it if it must be. */
final class SecurityHeaders extends AbstractSoapInterceptor {

    SecurityHeaders() {
        super(Phase.PRE_PROTOCOL);
        addBefore(MustUnderstandInterceptor.class.getName());
    }

    @Override
    public void handleMessage(SoapMessage message) {
        HttpServletRequest request = (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
        if (request != null && request.getAttribute(UsernameTokens.LOGGED_IN) != null) {
            message.getHeaders().removeIf(header -> header.getName().equals(SecurityHeader.NAME));
        }
    }
}
