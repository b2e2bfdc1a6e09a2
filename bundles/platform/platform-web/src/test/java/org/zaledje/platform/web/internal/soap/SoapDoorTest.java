package org.zaledje.platform.web.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.jws.WebMethod;
import javax.jws.WebParam;
import javax.jws.WebService;
import javax.xml.namespace.QName;
import javax.xml.ws.BindingProvider;
import javax.xml.ws.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.soap.SoapEndpoint;
import org.zaledje.platform.soap.SoapProblem;
import org.zaledje.platform.web.internal.cxf.EarlyPublishing;
import org.zaledje.platform.web.internal.sample.ParcelPort;
import org.zaledje.platform.web.internal.sample.TestLogin;
import org.zaledje.platform.web.internal.sample.TestReference;
import org.zaledje.platform.web.internal.sample.TestServer;

class SoapDoorTest {

    private static final String NAMESPACE = "urn:zaledje:parcels";
    private static final TestLogin LOGIN = new TestLogin();
    private static final ParcelPort PORT = new ParcelPort(LOGIN);
    private static final SoapFunctions FUNCTIONS = new SoapFunctions(new EarlyPublishing());
    private static TestServer server;

    @BeforeAll
    static void start() {
        FUNCTIONS.addEndpoint(PORT, new TestReference<>("shipping", 0));
        server = new TestServer().with("/soap/*", new SoapServlet(TestServer.guard(LOGIN), FUNCTIONS, TestServer.OPEN)).start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        FUNCTIONS.close();
    }

    @Test
    void anOperationIsAnswered() {
        HttpResponse<String> answer = call("<p:weigh><name>škatla</name><weight>12.50</weight></p:weigh>");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("<return>škatla 12.50 ana</return>");
    }

    @Test
    void aOneWayOperationKnowsItsCallerToo() throws Exception {
        HttpResponse<String> answer = call("<p:notifyArrival><name>box</name></p:notifyArrival>");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(PORT.notified().get(5, TimeUnit.SECONDS)).isEqualTo("box ana");
    }

    @Test
    void theWsdlNeedsNoLoginAndLeadsBackHere() {
        HttpResponse<String> wsdl = server.send(server.anonymous("/soap/shipping?wsdl"));
        assertThat(wsdl.statusCode()).isEqualTo(200);
        assertThat(wsdl.body()).contains("location=\"http://localhost:" + server.port() + "/soap/shipping\"",
                "wsdl:fault name=\"SoapProblem\"", "urn:zaledje:problem");
        assertThat(server.send(server.anonymous("/soap/shipping")).statusCode()).isEqualTo(401);
        assertThat(server.send(server.anonymous("/soap/shipping?wsdl").POST(BodyPublishers.ofString("x"))).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aCallersHostHeaderDoesNotChangeTheWsdlOfOthers() {
        assertThat(server.send(server.anonymous("/soap/shipping?wsdl").uri(
                URI.create("http://127.0.0.1:" + server.port() + "/soap/shipping?wsdl"))).body())
                .contains("http://127.0.0.1:");
        assertThat(server.send(server.anonymous("/soap/shipping?wsdl")).body()).doesNotContain("http://127.0.0.1:");
    }

    @WebService(name = "ParcelPort", targetNamespace = NAMESPACE)
    public interface ParcelClient {
        String weigh(@WebParam(name = "name") String name, @WebParam(name = "weight") BigDecimal weight)
                throws SoapProblem;
    }

    @Test
    void aClientMadeFromTheWsdlWorksAndGetsTheProblem() throws Exception {
        Service service = Service.create(new URL("http://localhost:" + server.port() + "/soap/shipping?wsdl"),
                new QName(NAMESPACE, "Parcels"));
        ParcelClient client = service.getPort(ParcelClient.class);
        ((BindingProvider) client).getRequestContext().put(BindingProvider.USERNAME_PROPERTY, "ana");
        ((BindingProvider) client).getRequestContext().put(BindingProvider.PASSWORD_PROPERTY, "žaba:1");
        assertThat(client.weigh("box", BigDecimal.TEN)).isEqualTo("box 10 ana");
        assertThatThrownBy(() -> client.weigh("box", BigDecimal.TEN.negate()))
                .isInstanceOfSatisfying(SoapProblem.class, problem -> {
                    assertThat(problem.getFaultInfo().code).isEqualTo("parcels.weight.negative");
                    assertThat(problem.getFaultInfo().status).isEqualTo(422);
                });
    }

    @Test
    void everyProblemOfAnOperationIsAFaultWithItsCode() {
        fault(call("<p:weigh><name>x</name><weight>-1</weight></p:weigh>"), 500, 422, "parcels.weight.negative");
        HttpResponse<String> refused = server.send(request("<p:refuse/>").header("Accept-Language", "sl"));
        fault(refused, 500, 422, "parcels.not-sealed");
        assertThat(refused.body()).contains(
                "Paket ni zapečaten.", ">parcels.seal<", ">error<", ">/seal<", "soap:Client");
        HttpResponse<String> failed = call("<p:fail/>");
        fault(failed, 500, 500, "internal");
        assertThat(failed.body()).contains("<name>correlation</name>", "soap:Server").doesNotContain("secret", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no xml", "<open>", "<a/>", "{}",
        "<soap:Envelope xmlns:soap='http://schemas.xmlsoap.org/soap/envelope/'/>",
        "<soap:Envelope xmlns:soap='http://schemas.xmlsoap.org/soap/envelope/'><soap:Body>",
        "<soap:Envelope xmlns:soap='urn:other'><soap:Body/></soap:Envelope>"})
    void whatIsNoSoapMessageIsAFault(String body) {
        HttpResponse<String> answer = server.post("/soap/shipping", "text/xml", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
        assertThat(answer.body()).contains(">400<").doesNotContain("Exception", "wstx", "org.apache");
    }

    @Test
    void aValueOfTheWrongTypeIsMalformed() {
        fault(call("<p:weigh><name>x</name><weight>heavy</weight></p:weigh>"), 500, 400, "soap.malformed");
        fault(call("<p:weigh><name>x</name><colour>red</colour></p:weigh>"), 500, 400, "soap.malformed");
    }

    @Test
    void anUnknownOperationIsToldAsSuch() {
        fault(call("<p:fly/>"), 500, 400, "soap.unknown-operation");
    }

    @Test
    void externalEntitiesAreNotRead() throws Exception {
        Path secret = Files.createTempFile("secret", ".txt");
        Files.writeString(secret, "TOPSECRET");
        String body = "<!DOCTYPE a [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>"
                + envelope("<p:weigh><name>&e;</name><weight>1</weight></p:weigh>");
        HttpResponse<String> answer = server.post("/soap/shipping", "text/xml", body);
        fault(answer, 500, 400, "soap.malformed");
        assertThat(answer.body()).doesNotContain("TOPSECRET");
        Files.delete(secret);
    }

    /** The first element of the body names the operation; clients write all sorts of things into the header. */
    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "weigh", "\"urn:odd\""})
    void whatTheActionHeaderSaysDoesNotMatter(String action) {
        HttpResponse<String> answer = server.send(server.request("/soap/shipping").header("Content-Type", "text/xml")
                .header("SOAPAction", action).POST(HttpRequest.BodyPublishers.ofString(
                        envelope("<p:weigh><name>x</name><weight>1</weight></p:weigh>"))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void xmlBeyondTheLimitsIsRefused() {
        String attributes = IntStream.range(0, 101).mapToObj(i -> " a" + i + "='1'").collect(Collectors.joining());
        for (String content : List.of("<d>".repeat(101) + "</d>".repeat(101), "<d" + attributes + "/>",
                "<d/>".repeat(50_001), "<d a='" + "x".repeat(65_537) + "'/>")) {
            fault(call("<p:weigh>" + content + "</p:weigh>"), 500, 400, "soap.malformed");
        }
    }

    @Test
    void aBillionLaughsDoNotExpand() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY l").append(i).append(" \"").append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
        }
        laughs.append("]>").append(envelope("<p:weigh><name>&l9;</name><weight>1</weight></p:weigh>"));
        fault(server.post("/soap/shipping", "text/xml", laughs.toString()), 500, 400, "soap.malformed");
    }

    @Test
    void bodiesAreBounded() {
        byte[] large = envelope("<p:weigh><name>" + "x".repeat((int) RestResource.BODY_BYTES_MAX) + "</name></p:weigh>")
                .getBytes(StandardCharsets.UTF_8);
        fault(server.send(server.request("/soap/shipping").header("Content-Type", "text/xml")
                .POST(BodyPublishers.ofByteArray(large))), 413, 413, "body.too-large");
        fault(server.send(server.request("/soap/shipping").header("Content-Type", "text/xml")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))),
                413, 413, "body.too-large");
    }

    @Test
    void nobodyComesInWithoutLogin() {
        HttpResponse<String> none = server.send(server.anonymous("/soap/shipping").header("Content-Type", "text/xml")
                .header("Accept-Language", "sl").POST(BodyPublishers.ofString(envelope("<p:refuse/>"))));
        fault(none, 401, 401, "auth.required");
        assertThat(none.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(none.body()).contains("Za to je potrebna prijava");
        HttpResponse<String> wrong = server.send(server.anonymous("/soap/shipping").header("Content-Type", "text/xml")
                .header("Authorization", TestServer.basic("ana", "x"))
                .POST(BodyPublishers.ofString(envelope("<p:refuse/>"))));
        fault(wrong, 401, 401, "auth.failed");
    }

    @Test
    void otherMethodsAndFunctionsAreFaults() {
        HttpResponse<String> method = server.send(server.request("/soap/shipping").DELETE());
        fault(method, 405, 405, "method.not-allowed");
        assertThat(method.headers().firstValue("Allow")).hasValue("POST");
        fault(server.get("/soap/shipping"), 405, 405, "method.not-allowed");
        fault(server.get("/soap/none?wsdl"), 404, 404, "function.not-installed");
        fault(server.post("/soap/none", "text/xml", envelope("<p:refuse/>")), 404, 404, "function.not-installed");
    }

    @Test
    void theListNamesWhatIsThereInTheReadersLanguage() {
        HttpResponse<String> list = server.send(server.request("/soap").header("Accept-Language", "sl"));
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body()).contains("/soap/shipping?wsdl", "storitve SOAP", "lang=\"sl\"");
        assertThat(server.send(server.anonymous("/soap")).statusCode()).isEqualTo(401);
    }

    @Test
    void theHighestRankingEndpointIsServedAndAFunctionComesBack() {
        TestReference<SoapEndpoint> low = new TestReference<>("courier", 1);
        TestReference<SoapEndpoint> high = new TestReference<>("courier", 2);
        for (int round = 0; round < 3; round++) {
            FUNCTIONS.addEndpoint(new OtherPort(), high);
            FUNCTIONS.addEndpoint(PORT, low);
            assertThat(server.get("/soap/courier?wsdl").body()).contains("name=\"OtherPort\"");
            FUNCTIONS.removeEndpoint(high);
            assertThat(server.get("/soap/courier?wsdl").body()).contains("name=\"ParcelPort\"");
            FUNCTIONS.removeEndpoint(low);
            fault(server.get("/soap/courier?wsdl"), 404, 404, "function.not-installed");
        }
    }

    @WebService(name = "OtherPort", targetNamespace = NAMESPACE)
    public static class OtherPort implements SoapEndpoint {
        @WebMethod
        public String other() {
            return "other";
        }
    }

    private static HttpResponse<String> call(String operation) {
        return server.send(request(operation));
    }

    private static HttpRequest.Builder request(String operation) {
        return server.request("/soap/shipping").header("Content-Type", "text/xml;charset=UTF-8")
                .POST(BodyPublishers.ofString(envelope(operation)));
    }

    private static String envelope(String operation) {
        return "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:p=\"" + NAMESPACE + "\">"
                + "<soap:Body>" + operation + "</soap:Body></soap:Envelope>";
    }

    private static void fault(HttpResponse<String> answer, int httpStatus, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(httpStatus);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type ->
                assertThat(type).startsWith("text/xml"));
        assertThat(answer.body()).contains("Fault", "problem", "\"urn:zaledje:problem\"", "code>" + code + "</",
                "status>" + status + "</").doesNotContain("stackTrace", "at org.");
    }
}
