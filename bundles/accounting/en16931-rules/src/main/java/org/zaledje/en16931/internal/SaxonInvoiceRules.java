package org.zaledje.en16931.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.xml.validation.Schema;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.SAXException;
import org.zaledje.en16931.CheckedInvoice;
import org.zaledje.en16931.Finding;
import org.zaledje.en16931.InvoiceNode;
import org.zaledje.en16931.InvoiceRules;
import org.zaledje.en16931.Syntax;
import org.zaledje.en16931.UnreadableDocumentException;

/*
 * How is this designed, and why?
 *
 * The publisher's own rule files are run by Saxon, and the schemas by the JDK's validator. A document is parsed twice,
 * once into Saxon's tree and once past the validator: parsing is a twentieth of the work, and so neither can change
 * what the other sees. Everything is held by this one object (Saxon's Processor included), nothing by a static field,
 * so that nothing is left of it when the bundle goes.
 */
/** {@link InvoiceRules} with Saxon. Compiles the rules in the background soon after it is there, or with the first document. */
@Component(immediate = true)
public final class SaxonInvoiceRules implements InvoiceRules {

    private static final Logger LOG = LoggerFactory.getLogger(SaxonInvoiceRules.class);
    private static final String UBL_RULES = "/external/schematron/1.3.16/ubl/EN16931-UBL-validation.xslt";
    private static final String CII_RULES = "/external/schematron/1.3.16/cii/EN16931-CII-validation.xslt";

    private static final int HEAD_START_SECONDS = 3;

    private final SecureXml xml = new SecureXml();
    private final DocumentReader reader;
    private final Map<Syntax, SyntaxCheck> checks = new EnumMap<>(Syntax.class);
    private final Thread warming = new Thread(this::warm, "en16931-rules-compiler");
    private final CountDownLatch leaving = new CountDownLatch(1);

    @Activate
    public SaxonInvoiceRules() {
        Processor processor = new Processor(false);
        processor.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
        processor.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "");
        reader = new DocumentReader(processor, xml);
        Supplier<RuleSet> ubl = new Lazy<>(() -> RuleSet.compile(processor, UBL_RULES));
        Supplier<RuleSet> cii = new Lazy<>(() -> RuleSet.compile(processor, CII_RULES));
        checks.put(Syntax.UBL_INVOICE, new SyntaxCheck(schema(Syntax.UBL_INVOICE), ubl));
        checks.put(Syntax.UBL_CREDIT_NOTE, new SyntaxCheck(schema(Syntax.UBL_CREDIT_NOTE), ubl));
        checks.put(Syntax.CII, new SyntaxCheck(schema(Syntax.CII), cii));
        warming.setDaemon(true);
        warming.start();
    }

    @Deactivate
    void stop() throws InterruptedException {
        leaving.countDown();
        warming.join();
    }

    @Override
    public CheckedInvoice check(byte[] document) throws UnreadableDocumentException {
        SaxonNode root = reader.read(document);
        try {
            List<Finding> findings = checks.get(root.syntax()).check(xml.source(document), root.node().getParent());
            return new CheckedInvoice(root.syntax(), findings, root);
        } catch (SAXException | SaxonApiException e) {
            throw new IllegalStateException("A readable " + root.syntax() + " can't be checked", e);
        }
    }

    @Override
    public InvoiceNode read(byte[] document) throws UnreadableDocumentException {
        return reader.read(document);
    }

    private static Supplier<Schema> schema(Syntax syntax) {
        return new Lazy<>(() -> DocumentSchemas.load(syntax));
    }

    private void warm() {
        try {
            // Compiling keeps a core busy: what shows the function to people and partners goes first.
            if (leaving.await(HEAD_START_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
            long start = System.nanoTime();
            for (SyntaxCheck check : checks.values()) {
                if (leaving.getCount() == 0) {
                    return;
                }
                check.warm();
            }
            LOG.info("The rules of EN 16931 are compiled, in {} ms", (System.nanoTime() - start) / 1_000_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("The rules of EN 16931 can't be compiled; no invoice can be checked", e);
        }
    }
}
