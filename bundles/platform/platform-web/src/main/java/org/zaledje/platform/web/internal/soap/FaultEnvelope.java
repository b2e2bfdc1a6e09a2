package org.zaledje.platform.web.internal.soap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.servlet.http.HttpServletResponse;
import javax.xml.bind.JAXBException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.cxf.staxutils.StaxUtils;
import org.zaledje.platform.soap.ProblemDetail;
import org.zaledje.platform.web.internal.problem.Problem;

/** A SOAP 1.1 fault for a request that did not get as far as an endpoint. */
final class FaultEnvelope {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    private FaultEnvelope() {
    }

    static void send(Problem problem, Locale language, HttpServletResponse response) throws IOException {
        ProblemDetail detail = SoapProblems.detail(problem, language);
        SoapProblems.correlate(detail);
        byte[] body = of(detail, language);
        response.setStatus(problem.status());
        response.setContentType("text/xml;charset=UTF-8");
        response.setHeader("Content-Language", language.toLanguageTag());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static byte[] of(ProblemDetail detail, Locale language) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = StaxUtils.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("soap", "Envelope", SOAP);
            xml.writeNamespace("soap", SOAP);
            xml.writeStartElement("soap", "Body", SOAP);
            xml.writeStartElement("soap", "Fault", SOAP);
            xml.writeStartElement("faultcode");
            xml.writeCharacters(detail.status >= 500 ? "soap:Server" : "soap:Client");
            xml.writeEndElement();
            xml.writeStartElement("faultstring");
            xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", language.toLanguageTag());
            xml.writeCharacters(detail.detail);
            xml.writeEndElement();
            xml.writeStartElement("detail");
            SoapProblems.write(detail, xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException | JAXBException e) {
            throw new IOException(e);
        }
        return bytes.toByteArray();
    }
}
