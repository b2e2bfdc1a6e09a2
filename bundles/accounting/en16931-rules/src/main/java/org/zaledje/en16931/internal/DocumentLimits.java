package org.zaledje.en16931.internal;

import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.LexicalHandler;
import org.xml.sax.helpers.DefaultHandler;
import org.xml.sax.helpers.XMLFilterImpl;
import org.zaledje.en16931.UnreadableDocumentException.Reason;

/**
 * Stops the parser where a document would cost more than an invoice may: at a document type declaration (and with it
 * all entities), at deep nesting (rules walk the tree recursively), and at numbers whose arithmetic would take minutes.
 */
final class DocumentLimits extends XMLFilterImpl implements LexicalHandler {

    static final int DEPTH_MAX = 200;
    static final int DIGITS_IN_A_ROW_MAX = 1000;

    private Locator locator;
    private int depth;
    private int digits;

    DocumentLimits(XMLReader parent) throws SAXException {
        super(parent);
        setErrorHandler(new DefaultHandler());
        parent.setProperty("http://xml.org/sax/properties/lexical-handler", this);
    }

    @Override
    public void setDocumentLocator(Locator documentLocator) {
        locator = documentLocator;
        super.setDocumentLocator(documentLocator);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes atts) throws SAXException {
        if (++depth > DEPTH_MAX) {
            throw new RefusedException(Reason.LIMIT, "more than " + DEPTH_MAX + " elements inside each other", locator);
        }
        digits = 0;
        super.startElement(uri, localName, qName, atts);
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        depth--;
        digits = 0;
        super.endElement(uri, localName, qName);
    }

    @Override
    public void characters(char[] ch, int start, int length) throws SAXException {
        for (int i = start; i < start + length; i++) {
            digits = Character.isDigit(ch[i]) ? digits + 1 : 0;
            if (digits > DIGITS_IN_A_ROW_MAX) {
                throw new RefusedException(Reason.LIMIT, "a number of more than " + DIGITS_IN_A_ROW_MAX + " digits",
                        locator);
            }
        }
        super.characters(ch, start, length);
    }

    @Override
    public void startDTD(String name, String publicId, String systemId) throws SAXException {
        throw new RefusedException(Reason.DOCTYPE, "a document type declaration", locator);
    }

    @Override
    public void endDTD() {
        // never reached: startDTD stops the parser
    }

    @Override
    public void startEntity(String name) {
        // entities need a document type declaration
    }

    @Override
    public void endEntity(String name) {
        // entities need a document type declaration
    }

    @Override
    public void startCDATA() {
        // characters() sees its text
    }

    @Override
    public void endCDATA() {
        // characters() sees its text
    }

    @Override
    public void comment(char[] ch, int start, int length) {
        // comments say nothing to the rules
    }

    /** Carries the reason through the parser. */
    static final class RefusedException extends SAXParseException {

        private static final long serialVersionUID = 1L;

        private final Reason reason;

        RefusedException(Reason reason, String message, Locator locator) {
            super(message, locator);
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }
}
