package org.zaledje.en16931.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import org.zaledje.en16931.InvoiceNode;
import org.zaledje.en16931.Syntax;

/** An element in Saxon's tree, which never changes. */
record SaxonNode(Syntax syntax, XdmNode node, XPaths xpaths) implements InvoiceNode {

    @Override
    public Optional<String> text(String xpath) {
        XdmValue selected = xpaths.evaluate(xpath, node);
        if (selected.size() == 0) {
            return Optional.empty();
        }
        return Optional.of(selected.itemAt(0).getStringValue().strip()).filter(text -> !text.isEmpty());
    }

    @Override
    public List<InvoiceNode> nodes(String xpath) {
        List<InvoiceNode> nodes = new ArrayList<>();
        for (XdmItem item : xpaths.evaluate(xpath, node)) {
            nodes.add(new SaxonNode(syntax, (XdmNode) item, xpaths));
        }
        return nodes;
    }
}
