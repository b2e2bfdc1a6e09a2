package org.zaledje.en16931.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.xml.transform.sax.SAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.xml.sax.SAXException;
import org.zaledje.en16931.Finding;

/** Checks documents of one syntax against its schema and its rules. */
record SyntaxCheck(Supplier<Schema> schema, Supplier<RuleSet> rules) {

    void warm() {
        rules.get();
        schema.get();
    }

    List<Finding> check(SAXSource source, XdmNode document) throws SAXException, SaxonApiException {
        List<Finding> findings = new ArrayList<>(checkSchema(source));
        findings.addAll(rules.get().check(document));
        return findings;
    }

    private List<Finding> checkSchema(SAXSource source) throws SAXException {
        SchemaFindings found = new SchemaFindings();
        Validator validator = schema.get().newValidator();
        validator.setProperty("http://apache.org/xml/properties/locale", Locale.ENGLISH);
        validator.setErrorHandler(found);
        try {
            validator.validate(source);
        } catch (IOException e) {
            throw new IllegalStateException("A document in memory can't be read", e);
        }
        return found.findings();
    }
}
