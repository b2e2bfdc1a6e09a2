package org.zaledje.en16931.internal;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;

/** Finds the schemas that other schemas import. Only what lies in this bundle is ever read. */
final class BundledSchemas implements LSResourceResolver {

    private static final List<String> FOLDERS =
            List.of("/external/schemas/ubl21/common/", "/external/schemas/d16b/data/standard/", "/schemas/");

    /** Some schemas import a namespace without saying where it is. */
    private static final Map<String, String> FILES = Map.of(
            "urn:un:unece:uncefact:data:specification:CoreComponentTypeSchemaModule:2", "CCTS_CCT_SchemaModule.xsd",
            "urn:oasis:names:specification:ubl:schema:xsd:CommonSignatureComponents-2",
            "UBL-CommonSignatureComponents-2.1.xsd",
            "http://www.w3.org/2000/09/xmldsig#", "xmldsig-core-schema.xsd",
            "http://uri.etsi.org/01903/v1.3.2#", "XAdES01903v132-201601.xsd",
            "http://uri.etsi.org/01903/v1.4.1#", "XAdES01903v141-201601.xsd");

    private final DOMImplementationLS inputs;

    BundledSchemas() {
        try {
            inputs = (DOMImplementationLS) DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                    .getDOMImplementation().getFeature("LS", "3.0");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's XML parser can't be made", e);
        }
    }

    @Override
    public LSInput resolveResource(String type, String namespace, String publicId, String systemId, String baseUri) {
        String file = systemId == null ? FILES.get(namespace) : systemId.substring(systemId.lastIndexOf('/') + 1);
        LSInput input = inputs.createLSInput();
        input.setSystemId(file);
        input.setByteStream(open(file, namespace));
        return input;
    }

    private static InputStream open(String file, String namespace) {
        return FOLDERS.stream()
                .map(folder -> BundledSchemas.class.getResourceAsStream(folder + file))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No schema for " + namespace));
    }
}
