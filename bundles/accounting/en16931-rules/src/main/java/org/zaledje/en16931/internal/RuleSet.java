package org.zaledje.en16931.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.s9api.streams.Steps;
import org.zaledje.en16931.Finding;
import org.zaledje.en16931.Finding.Severity;

/** The rules for one family of syntaxes: a Schematron that its publisher has turned into a stylesheet. Thread-safe. */
final class RuleSet {

    private static final Set<String> BROKEN = Set.of("failed-assert", "successful-report");
    private static final QName ID = new QName("id");
    private static final QName FLAG = new QName("flag");
    private static final QName LOCATION = new QName("location");

    private final XsltExecutable rules;

    private RuleSet(XsltExecutable rules) {
        this.rules = rules;
    }

    static RuleSet compile(Processor processor, String resource) {
        XsltCompiler compiler = processor.newXsltCompiler();
        try (InputStream stylesheet = RuleSet.class.getResourceAsStream(resource)) {
            return new RuleSet(compiler.compile(new StreamSource(stylesheet)));
        } catch (SaxonApiException | IOException e) {
            throw new IllegalStateException("The rules " + resource + " can't be compiled", e);
        }
    }

    List<Finding> check(XdmNode document) throws SaxonApiException {
        XdmDestination report = new XdmDestination();
        Xslt30Transformer run = rules.load30();
        run.setMessageHandler(message -> { });
        run.applyTemplates(document, report);
        return report.getXdmNode().select(Steps.descendant(RuleSet::isBroken)).map(RuleSet::finding).toList();
    }

    private static boolean isBroken(XdmNode node) {
        return node.getNodeKind() == XdmNodeKind.ELEMENT && BROKEN.contains(node.getNodeName().getLocalName());
    }

    private static Finding finding(XdmNode broken) {
        Severity severity = "warning".equals(broken.getAttributeValue(FLAG)) ? Severity.WARNING : Severity.ERROR;
        return new Finding(broken.getAttributeValue(ID), severity, broken.getStringValue().strip(),
                ReadableXPath.of(broken.getAttributeValue(LOCATION)));
    }
}
