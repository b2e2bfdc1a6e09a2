package org.zaledje.platform.document;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard service of a function whose records may have documents: whoever may read a record may read its documents, and
 * whoever may change it may change them. Without such a service the documents of its records are refused to everybody, and
 * kept. Of two services for the same type the older one counts. Thread-safe; called with the caller known, in their company.
 */
@ConsumerType
public interface DocumentOwner {

    /** {@code <function>.<noun>}, as in the audit trail. The same at each call. */
    String recordType();

    /** Whether the record is there and the caller may read it. */
    boolean mayRead(String recordId);

    /** Whether the record is there and the caller may attach documents to it and change them. */
    boolean mayChange(String recordId);

    /** What the record is called, for one who may read it. */
    Optional<String> name(String recordId);

    /** Where its page is, below {@code /} without a leading slash; empty when it has none. */
    Optional<String> page(String recordId);
}
