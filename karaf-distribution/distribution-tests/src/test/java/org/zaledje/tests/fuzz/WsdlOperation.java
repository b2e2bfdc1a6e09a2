package org.zaledje.tests.fuzz;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * An operation as a WSDL with its schemas inside tells of it.
 *
 * @param path      where it is served
 * @param name      name of its request's element
 * @param namespace of that element
 * @param schema    the definition of that element
 */
record WsdlOperation(String path, String name, String namespace, Element schema) {

    private static final String XSD = "http://www.w3.org/2001/XMLSchema";
    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
    private static final String SOAP = "http://schemas.xmlsoap.org/wsdl/soap/";

    static List<WsdlOperation> of(String path, byte[] wsdl) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(wsdl));
        List<WsdlOperation> operations = new ArrayList<>();
        NodeList bindings = document.getElementsByTagNameNS(SOAP, "operation");
        for (int i = 0; i < bindings.getLength(); i++) {
            String name = ((Element) bindings.item(i).getParentNode()).getAttribute("name");
            operations.add(new WsdlOperation(path, name, document.getDocumentElement().getAttribute("targetNamespace"),
                    type(document, name).orElse(document.getDocumentElement())));
        }
        if (operations.isEmpty()) {
            throw new AssertionError(path + " has no operations in its WSDL: " + document.getElementsByTagNameNS(WSDL, "*")
                    .getLength() + " elements");
        }
        return operations;
    }

    /** The definition of a type by its name without prefix. */
    Optional<Element> type(String type) {
        return type(schema.getOwnerDocument(), type.replaceFirst(".*:", ""));
    }

    private static Optional<Element> type(Document document, String name) {
        NodeList types = document.getElementsByTagNameNS(XSD, "complexType");
        for (int i = 0; i < types.getLength(); i++) {
            Element type = (Element) types.item(i);
            if (type.getAttribute("name").equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Whether an element has a namespace where it is used. */
    static boolean isQualified(Element element) {
        Node schema = element;
        while (!schema.getLocalName().equals("schema")) {
            schema = schema.getParentNode();
        }
        String form = element.getAttribute("form");
        return (form.isEmpty() ? ((Element) schema).getAttribute("elementFormDefault") : form).equals("qualified");
    }

    /** The elements that belong into one of such a type. */
    static List<Element> elements(Element type) {
        List<Element> elements = new ArrayList<>();
        NodeList found = type.getElementsByTagNameNS(XSD, "element");
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
