package org.zaledje.platform.web.internal.soap;

import java.io.InputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.staxutils.StaxUtils;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.web.internal.cxf.FunctionBus;
import org.zaledje.platform.web.internal.problem.Problem;

/**
 * The security header of a message (OASIS WS-Security 1.1), as far as it is taken here: a UsernameToken with the password
 * as text, and a Timestamp. Whatever else it has is refused, for nothing may seem to have been checked that was not.
 *
 * @param element  its name as written, with the prefix
 * @param password as sent; a token may stand in its place
 * @param nonce    what makes a token different from all others; empty when it does not say
 * @param created  when the token was made
 * @param begins   when the message was made
 * @param ends     until when the message is good
 */
record SecurityHeader(String element, String name, String password, Optional<String> nonce, Optional<Instant> created,
        Optional<Instant> begins, Optional<Instant> ends) {

    static final String WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    static final QName NAME = new QName(WSSE, "Security");

    private static final String WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private static final String PASSWORD_TEXT =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";
    private static final Set<String> SOAP = Set.of(
            "http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope");

    /**
     * Reads a message up to its body.
     *
     * @return empty when it has no such header, or is no message
     * @throws ProblemException UNAUTHENTICATED {@code soap.security.unsupported} when the header wants more than is taken
     */
    static Optional<SecurityHeader> read(InputStream message, String encoding) {
        return FunctionBus.withCxfLoader(() -> {
            try {
                XMLStreamReader xml = StaxUtils.createXMLStreamReader(message, encoding);
                return find(xml);
            } catch (XMLStreamException | RuntimeException e) {
                if (e instanceof ProblemException problem) {
                    throw problem;
                }
                // What is no message is told by the endpoint to those who have logged in.
                return Optional.empty();
            }
        });
    }

    private static Optional<SecurityHeader> find(XMLStreamReader xml) throws XMLStreamException {
        if (!nextChild(xml) || !isSoap(xml, "Envelope") || !nextChild(xml) || !isSoap(xml, "Header")) {
            return Optional.empty();
        }
        Optional<SecurityHeader> found = Optional.empty();
        while (nextChild(xml)) {
            if (!xml.getName().equals(NAME)) {
                skip(xml);
            } else if (found.isPresent()) {
                throw unsupported("Security");
            } else {
                found = new Reading(xml).header();
            }
        }
        return found;
    }

    private static boolean isSoap(XMLStreamReader xml, String name) {
        return SOAP.contains(xml.getNamespaceURI()) && xml.getLocalName().equals(name);
    }

    /** Goes to the next child of the present element; false at its end. */
    private static boolean nextChild(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                case XMLStreamConstants.DTD -> throw new XMLStreamException("a document type declaration");
                default -> {
                    // Between elements only they matter.
                }
            }
        }
        return false;
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        while (nextChild(xml)) {
            skip(xml);
        }
    }

    private static ProblemException unsupported(String what) {
        return Problem.exception(Kind.UNAUTHENTICATED, "soap.security.unsupported", what);
    }

    /** Reads one header; for one thread. */
    private static final class Reading {

        private final XMLStreamReader xml;
        private final String element;
        private Optional<String> name = Optional.empty();
        private Optional<String> password = Optional.empty();
        private Optional<String> nonce = Optional.empty();
        private Optional<Instant> created = Optional.empty();
        private Optional<Instant> begins = Optional.empty();
        private Optional<Instant> ends = Optional.empty();

        private Reading(XMLStreamReader xml) {
            this.xml = xml;
            this.element = xml.getPrefix() == null || xml.getPrefix().isEmpty() ? "Security" : xml.getPrefix() + ":Security";
        }

        private Optional<SecurityHeader> header() throws XMLStreamException {
            while (nextChild(xml)) {
                if (xml.getName().equals(new QName(WSSE, "UsernameToken")) && name.isEmpty()) {
                    token();
                } else if (xml.getName().equals(new QName(WSU, "Timestamp")) && begins.isEmpty() && ends.isEmpty()) {
                    timestamp();
                } else {
                    throw unsupported(xml.getLocalName());
                }
            }
            return name.isEmpty() ? Optional.empty() : Optional.of(new SecurityHeader(
                    element, name.get(), password.orElse(""), nonce, created, begins, ends));
        }

        private void token() throws XMLStreamException {
            while (nextChild(xml)) {
                switch (xml.getLocalName()) {
                    case "Username" -> name = Optional.of(xml.getElementText().strip());
                    case "Password" -> {
                        String type = xml.getAttributeValue(null, "Type");
                        if (type != null && !type.equals(PASSWORD_TEXT)) {
                            throw unsupported(type.substring(type.indexOf('#') + 1));
                        }
                        password = Optional.of(xml.getElementText());
                    }
                    case "Nonce" -> nonce = Optional.of(xml.getElementText().strip());
                    case "Created" -> created = Optional.of(moment());
                    default -> throw unsupported(xml.getLocalName());
                }
            }
        }

        private void timestamp() throws XMLStreamException {
            while (nextChild(xml)) {
                switch (xml.getLocalName()) {
                    case "Created" -> begins = Optional.of(moment());
                    case "Expires" -> ends = Optional.of(moment());
                    default -> throw unsupported(xml.getLocalName());
                }
            }
        }

        private Instant moment() throws XMLStreamException {
            try {
                return OffsetDateTime.parse(xml.getElementText().strip()).toInstant();
            } catch (DateTimeParseException e) {
                throw Problem.exception(Kind.UNAUTHENTICATED, "soap.security.expired");
            }
        }
    }

    /** Tells all but the password. */
    @Override
    public String toString() {
        return "SecurityHeader[" + name + "]";
    }
}
