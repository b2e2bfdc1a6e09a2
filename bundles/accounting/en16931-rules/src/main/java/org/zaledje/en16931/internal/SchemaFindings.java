package org.zaledje.en16931.internal;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;
import org.zaledje.en16931.Finding;
import org.zaledje.en16931.Finding.Severity;

/** Collects what a schema validator finds, up to a bound: one wrong element may make thousands. */
final class SchemaFindings implements ErrorHandler {

    static final int FINDINGS_MAX = 200;

    private final List<Finding> findings = new ArrayList<>();

    List<Finding> findings() {
        return findings;
    }

    @Override
    public void warning(SAXParseException e) {
        add(Severity.WARNING, e);
    }

    @Override
    public void error(SAXParseException e) {
        add(Severity.ERROR, e);
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXParseException {
        throw e;
    }

    private void add(Severity severity, SAXParseException e) {
        if (findings.size() < FINDINGS_MAX) {
            findings.add(new Finding(Finding.SCHEMA, severity, e.getMessage(), e.getLineNumber() + ":"
                    + e.getColumnNumber()));
        }
    }
}
