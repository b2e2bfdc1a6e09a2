package org.zaledje.en16931.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.sax.SAXSource;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Parses with the JDK's own parser, whatever others have put on the class path, and never reach outside. */
final class SecureXml {

    private final SAXParserFactory factory;

    SecureXml() {
        factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("The JDK's XML parser lacks a protection", e);
        }
    }

    /** Parses within the limits, and tells {@code content} of what it finds. */
    void parse(byte[] document, ContentHandler content) throws SAXException, IOException {
        DocumentLimits limits = new DocumentLimits(reader());
        limits.setContentHandler(content);
        limits.parse(new InputSource(new ByteArrayInputStream(document)));
    }

    /** A source for those who parse by themselves; they must have been given a document that was within the limits. */
    SAXSource source(byte[] document) throws SAXException {
        return new SAXSource(reader(), new InputSource(new ByteArrayInputStream(document)));
    }

    private XMLReader reader() throws SAXException {
        try {
            XMLReader reader = factory.newSAXParser().getXMLReader();
            reader.setProperty("http://apache.org/xml/properties/locale", Locale.ENGLISH);
            return reader;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's XML parser can't be made", e);
        }
    }
}
