package org.zaledje.accounting.internal.soap;

import java.io.ByteArrayOutputStream;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;

/** The XML document that an element of a message is. */
final class DocumentBytes {

    private DocumentBytes() {
    }

    static byte[] of(InvoiceDocument message) {
        if (message == null || message.document == null) {
            return new byte[0];
        }
        return serialize(message.document);
    }

    private static byte[] serialize(Element document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            TransformerFactory.newDefaultInstance().newTransformer()
                    .transform(new DOMSource(document), new StreamResult(bytes));
        } catch (TransformerException e) {
            throw new IllegalStateException("A parsed document can't be written", e);
        }
        return bytes.toByteArray();
    }
}
