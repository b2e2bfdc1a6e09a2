package org.zaledje.en16931;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * An element of a document. Expressions are XPath 2.0 relative to it and know the prefixes {@code cac}, {@code cbc},
 * {@code rsm}, {@code ram} and {@code udt}. They are compiled once and kept, so they must be constants of the program,
 * never made of somebody's input. Thread-safe.
 */
@ProviderType
public interface InvoiceNode {

    /** What the document is. */
    Syntax syntax();

    /**
     * Text of the first node that the expression selects, without surrounding white space; empty when it is empty or
     * absent.
     */
    Optional<String> text(String xpath);

    /** The nodes that the expression selects, in the order of the document. */
    List<InvoiceNode> nodes(String xpath);
}
