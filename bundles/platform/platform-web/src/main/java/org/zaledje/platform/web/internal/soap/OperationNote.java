package org.zaledje.platform.web.internal.soap;

import javax.servlet.ServletRequest;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.service.model.BindingOperationInfo;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.zaledje.platform.web.internal.front.Routes;

/** Notes which operation a message asks for, for the figures. */
final class OperationNote extends AbstractPhaseInterceptor<Message> {

    OperationNote() {
        super(Phase.PRE_INVOKE);
    }

    @Override
    public void handleMessage(Message message) {
        BindingOperationInfo operation = message.getExchange().getBindingOperationInfo();
        if (operation != null && message.get(AbstractHTTPDestination.HTTP_REQUEST) instanceof ServletRequest request) {
            Routes.noteTemplate(request, "/soap/" + Routes.function(request) + "/" + operation.getName().getLocalPart());
        }
    }
}
