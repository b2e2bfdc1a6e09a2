package org.zaledje.platform.exchange.internal.xlsx;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.zaledje.platform.exchange.Exchanges;
import org.zaledje.platform.exchange.internal.ExchangeTexts;
import org.zaledje.platform.problem.ProblemException.Kind;

/** Reads XML forwards, without document types and entities; no text is longer than a cell may be. */
final class Xml implements AutoCloseable {

    private final InputStream in;
    private final XMLStreamReader reader;

    private Xml(InputStream in, XMLStreamReader reader) {
        this.in = in;
        this.reader = reader;
    }

    static Xml of(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return new Xml(in, factory.createXMLStreamReader(in));
    }

    /** Goes to the next element's begin; false at the end of the document. */
    boolean nextStart() throws XMLStreamException {
        while (reader.hasNext()) {
            if (next() == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** Goes on by one event. */
    int next() throws XMLStreamException {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
            throw Workbook.unreadable();
        }
        return event;
    }

    boolean hasNext() throws XMLStreamException {
        return reader.hasNext();
    }

    /** Whether the element whose begin or end this is has this name. */
    boolean is(String name) {
        return reader.getLocalName().equals(name);
    }

    String name() {
        return reader.getLocalName();
    }

    String attribute(String name) {
        return reader.getAttributeValue(null, name);
    }

    String attribute(String namespace, String name) {
        return reader.getAttributeValue(namespace, name);
    }

    /** Adds the text that this event is to a cell's. */
    void addTo(StringBuilder cell) {
        if (cell.length() + reader.getTextLength() > Exchanges.CELL_LENGTH_MAX) {
            throw ExchangeTexts.problem(Kind.TOO_LARGE, "exchange.cell-too-long", Exchanges.CELL_LENGTH_MAX);
        }
        cell.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }

    @Override
    public void close() throws IOException, XMLStreamException {
        reader.close();
        in.close();
    }
}
