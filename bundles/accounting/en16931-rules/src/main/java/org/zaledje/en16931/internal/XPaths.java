package org.zaledje.en16931.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XPathExecutable;
import net.sf.saxon.s9api.XPathSelector;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;

/** Evaluates XPath expressions, each compiled once. Thread-safe. */
final class XPaths {

    private final XPathCompiler compiler;
    private final Map<String, XPathExecutable> compiled = new ConcurrentHashMap<>();

    XPaths(Processor processor) {
        compiler = processor.newXPathCompiler();
        Namespaces.BY_PREFIX.forEach(compiler::declareNamespace);
    }

    XdmValue evaluate(String expression, XdmNode context) {
        try {
            XPathSelector selector = compiled.computeIfAbsent(expression, this::compile).load();
            selector.setContextItem(context);
            return selector.evaluate();
        } catch (SaxonApiException e) {
            throw new IllegalStateException("XPath " + expression, e);
        }
    }

    private XPathExecutable compile(String expression) {
        try {
            synchronized (compiler) {
                return compiler.compile(expression);
            }
        } catch (SaxonApiException e) {
            throw new IllegalArgumentException("XPath " + expression, e);
        }
    }
}
