package org.zaledje.en16931.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;
import org.zaledje.en16931.Syntax;

/** Loads the schema of a syntax out of this bundle. */
final class DocumentSchemas {

    private static final Map<Syntax, String> MAIN = Map.of(
            Syntax.UBL_INVOICE, "/external/schemas/ubl21/maindoc/UBL-Invoice-2.1.xsd",
            Syntax.UBL_CREDIT_NOTE, "/external/schemas/ubl21/maindoc/UBL-CreditNote-2.1.xsd",
            Syntax.CII, "/external/schemas/d16b/data/standard/CrossIndustryInvoice_100pD16B.xsd");

    private DocumentSchemas() {
    }

    static Schema load(Syntax syntax) {
        try {
            return read(syntax);
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("The schema of " + syntax + " can't be read", e);
        }
    }

    private static Schema read(Syntax syntax) throws SAXException, IOException {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setResourceResolver(new BundledSchemas());
        try (InputStream main = DocumentSchemas.class.getResourceAsStream(MAIN.get(syntax))) {
            return factory.newSchema(new StreamSource(main, syntax + ".xsd"));
        }
    }
}
