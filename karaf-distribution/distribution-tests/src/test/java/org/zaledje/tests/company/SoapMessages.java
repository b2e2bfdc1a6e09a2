package org.zaledje.tests.company;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.zaledje.tests.harness.Zaledje;

/** Messages to a SOAP service, filled as its WSDL tells. */
final class SoapMessages {

    private static final String XSD = "http://www.w3.org/2001/XMLSchema";
    private static final String SOAP = "http://schemas.xmlsoap.org/wsdl/soap/";
    private static final Pattern WSDL = Pattern.compile("href=\"(/soap/[^\"]+)\\?wsdl\"");
    private static final int DEPTH_MAX = 5;

    private final String path;
    private final String namespace;
    private final Map<String, Element> types = new LinkedHashMap<>();
    private final List<String> operations = new ArrayList<>();

    private SoapMessages(String path, Document wsdl) {
        this.path = path;
        namespace = wsdl.getDocumentElement().getAttribute("targetNamespace");
        NodeList found = wsdl.getElementsByTagNameNS(XSD, "complexType");
        for (int i = 0; i < found.getLength(); i++) {
            Element type = (Element) found.item(i);
            types.put(type.getAttribute("name"), type);
        }
        NodeList bound = wsdl.getElementsByTagNameNS(SOAP, "operation");
        for (int i = 0; i < bound.getLength(); i++) {
            operations.add(((Element) bound.item(i).getParentNode()).getAttribute("name"));
        }
    }

    /** All SOAP services. */
    static List<SoapMessages> of(Zaledje zaledje) throws Exception {
        List<SoapMessages> services = new ArrayList<>();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        for (String path : WSDL.matcher(zaledje.rest().get("/soap").text()).results().map(match -> match.group(1)).toList()) {
            byte[] wsdl = zaledje.anonymous().get(path + "?wsdl").body();
            services.add(new SoapMessages(path, factory.newDocumentBuilder().parse(new ByteArrayInputStream(wsdl))));
        }
        return services;
    }

    String path() {
        return path;
    }

    List<String> operations() {
        return operations;
    }

    /** A message in which every text is the id when it is called so, and otherwise the marker. */
    String message(String operation, String id, String marker) {
        Element type = types.get(operation);
        return "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><a:" + operation + " xmlns:a='" + namespace
                + "'>" + (type == null ? "" : content(type, id, marker, 0)) + "</a:" + operation + "></s:Body></s:Envelope>";
    }

    private String content(Element type, String id, String marker, int depth) {
        StringBuilder content = new StringBuilder();
        NodeList elements = type.getElementsByTagNameNS(XSD, "element");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            if (element.getAttribute("minOccurs").equals("0") && !element.getAttribute("name").equals("id")) {
                continue;
            }
            String tag = (isQualified(element) ? "a:" : "") + element.getAttribute("name");
            Element below = types.get(element.getAttribute("type").replaceFirst(".*:", ""));
            content.append('<').append(tag).append('>').append(below != null && depth < DEPTH_MAX
                    ? content(below, id, marker, depth + 1) : text(element, id, marker)).append("</").append(tag).append('>');
        }
        return content.toString();
    }

    private static String text(Element element, String id, String marker) {
        return switch (element.getAttribute("type").replaceFirst(".*:", "")) {
            case "int", "integer", "long" -> "10";
            case "decimal" -> "1.00";
            case "date" -> "2026-01-31";
            case "boolean" -> "true";
            case "base64Binary" -> "eA==";
            default -> element.getAttribute("name").equals("id") ? id : marker;
        };
    }

    private static boolean isQualified(Element element) {
        Node schema = element;
        while (!"schema".equals(schema.getLocalName())) {
            schema = schema.getParentNode();
        }
        String form = element.getAttribute("form");
        return (form.isEmpty() ? ((Element) schema).getAttribute("elementFormDefault") : form).equals("qualified");
    }
}
