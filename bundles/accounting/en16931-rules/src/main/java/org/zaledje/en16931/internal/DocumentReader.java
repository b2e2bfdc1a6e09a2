package org.zaledje.en16931.internal;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import net.sf.saxon.s9api.BuildingContentHandler;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.streams.Predicates;
import net.sf.saxon.s9api.streams.Steps;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.zaledje.en16931.InvoiceRules;
import org.zaledje.en16931.Syntax;
import org.zaledje.en16931.UnreadableDocumentException;
import org.zaledje.en16931.UnreadableDocumentException.Reason;
import org.zaledje.en16931.internal.DocumentLimits.RefusedException;

/** Reads a document into a tree, and says why when that can't be done. Thread-safe. */
final class DocumentReader {

    private final Processor processor;
    private final SecureXml xml;
    private final XPaths xpaths;

    DocumentReader(Processor processor, SecureXml xml) {
        this.processor = processor;
        this.xml = xml;
        this.xpaths = new XPaths(processor);
    }

    SaxonNode read(byte[] document) throws UnreadableDocumentException {
        if (document.length > InvoiceRules.DOCUMENT_BYTES_MAX) {
            throw new UnreadableDocumentException(Reason.LIMIT,
                    "more than " + InvoiceRules.DOCUMENT_BYTES_MAX + " bytes", "");
        }
        XdmNode root = build(document).select(Steps.child(Predicates.isElement())).asNode();
        String name = root.getNodeName().getLocalName();
        String namespace = root.getNodeName().getNamespace();
        Syntax syntax = Syntax.of(namespace, name).orElseThrow(() -> new UnreadableDocumentException(
                Reason.NOT_AN_INVOICE, "{" + namespace + "}" + name, ""));
        return new SaxonNode(syntax, root, xpaths);
    }

    private XdmNode build(byte[] document) throws UnreadableDocumentException {
        try {
            BuildingContentHandler tree = processor.newDocumentBuilder().newBuildingContentHandler();
            xml.parse(document, tree);
            return tree.getDocumentNode();
        } catch (RefusedException e) {
            throw new UnreadableDocumentException(e.reason(), e.getMessage(), location(e));
        } catch (SAXParseException e) {
            Reason reason = e.getException() instanceof CharConversionException ? Reason.ENCODING : Reason.MALFORMED;
            throw new UnreadableDocumentException(reason, e.getMessage(), location(e));
        } catch (CharConversionException | UnsupportedEncodingException e) {
            throw new UnreadableDocumentException(Reason.ENCODING, e.getMessage(), "");
        } catch (SAXException | IOException | SaxonApiException e) {
            throw new UnreadableDocumentException(Reason.MALFORMED, e.getMessage(), "");
        }
    }

    private static String location(SAXParseException e) {
        return e.getLineNumber() + ":" + e.getColumnNumber();
    }
}
