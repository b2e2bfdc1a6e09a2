package org.zaledje.tests.accounting;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import javax.security.auth.callback.CallbackHandler;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.cxf.BusFactory;
import org.apache.cxf.configuration.security.AuthorizationPolicy;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.jaxws.endpoint.dynamic.JaxWsDynamicClientFactory;
import org.apache.cxf.service.model.BindingOperationInfo;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.handler.WSHandlerConstants;
import org.w3c.dom.Element;

/**
 * A partner's SOAP client: its classes are generated from the published WSDL and compiled when it is made. JSON stands
 * for their values, so that tests can be read without those classes.
 */
final class SoapClient implements AutoCloseable {

    private static final String NAMESPACE = "urn:zaledje:accounting";

    private final ObjectMapper values = JsonMapper.builder()
            .addModule(new SimpleModule().addDeserializer(XMLGregorianCalendar.class, new CalendarReader())).build();
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final Client client;

    SoapClient(String wsdl, String user, String password) {
        // The factory makes the loader of the generated classes the thread's.
        client = JaxWsDynamicClientFactory.newInstance(BusFactory.newInstance().createBus()).createClient(wsdl);
        AuthorizationPolicy login = new AuthorizationPolicy();
        login.setUserName(user);
        login.setPassword(password);
        login.setAuthorizationType("Basic");
        ((HTTPConduit) client.getConduit()).setAuthorization(login);
    }

    /** The same without a login in its HTTP headers. */
    static SoapClient anonymous(String wsdl) {
        SoapClient made = new SoapClient(wsdl, "", "");
        ((HTTPConduit) made.client.getConduit()).setAuthorization(null);
        return made;
    }

    /** Logs in by a WS-Security header in each message, with a nonce and a time stamp, as WSS4J writes it. */
    SoapClient withSecurityHeader(String user, String password) {
        client.getOutInterceptors().add(new WSS4JOutInterceptor(Map.of(
                WSHandlerConstants.ACTION, WSHandlerConstants.TIMESTAMP + " " + WSHandlerConstants.USERNAME_TOKEN,
                WSHandlerConstants.USER, user,
                WSHandlerConstants.PASSWORD_TYPE, WSConstants.PW_TEXT,
                WSHandlerConstants.ADD_USERNAMETOKEN_NONCE, "true",
                WSHandlerConstants.ADD_USERNAMETOKEN_CREATED, "true",
                WSHandlerConstants.PW_CALLBACK_REF, (CallbackHandler) callbacks ->
                        ((WSPasswordCallback) callbacks[0]).setPassword(password))));
        return this;
    }

    /** Calls an operation with values by name, and gives its one result. */
    JsonNode call(String operation, Map<String, ?> arguments) throws Exception {
        Object request = values.convertValue(arguments, request(operation));
        return invoke(operation, request);
    }

    /** Calls an operation whose request is a document in an element, and gives the values of its answer. */
    JsonNode send(String operation, byte[] document) throws Exception {
        Object request = request(operation).getDeclaredConstructor().newInstance();
        Method setter = Arrays.stream(request.getClass().getMethods())
                .filter(method -> method.getName().equals("setAny")).findFirst().orElseThrow();
        setter.invoke(request, parse(document));
        return invoke(operation, request);
    }

    private JsonNode invoke(String operation, Object request) throws Exception {
        return values.valueToTree(client.invoke(operation(operation), request)[0]);
    }

    private Class<?> request(String operation) {
        return operation(operation).getInput().getMessageInfo().getMessagePart(0).getTypeClass();
    }

    /** What a fault tells. */
    JsonNode problem(Throwable fault) throws Exception {
        return values.valueToTree(fault.getClass().getMethod("getFaultInfo").invoke(fault));
    }

    private BindingOperationInfo operation(String name) {
        return client.getEndpoint().getBinding().getBindingInfo().getOperation(new QName(NAMESPACE, name));
    }

    private static Element parse(byte[] document) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(document)).getDocumentElement();
    }

    /** Takes a date as a date; Jackson's own reader makes a moment of it. */
    private static final class CalendarReader extends StdDeserializer<XMLGregorianCalendar> {

        private static final long serialVersionUID = 1L;

        CalendarReader() {
            super(XMLGregorianCalendar.class);
        }

        @Override
        public XMLGregorianCalendar deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return DatatypeFactory.newDefaultInstance().newXMLGregorianCalendar(json.getText());
        }
    }

    @Override
    public void close() {
        client.destroy();
        Thread.currentThread().setContextClassLoader(before);
    }
}
