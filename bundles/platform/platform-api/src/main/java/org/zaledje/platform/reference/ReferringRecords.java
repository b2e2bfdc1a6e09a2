package org.zaledje.platform.reference;

import org.osgi.annotation.versioning.ConsumerType;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.text.LocalizedText;

/**
 * Records that refer to those of another type. Register it as a service: the pages of those show them. Thread-safe;
 * called with the caller known. A ProblemException FORBIDDEN is taken for none.
 */
@ConsumerType
public interface ReferringRecords {

    /** The type that is referred to, {@code <function>.<noun>}. */
    String refersTo();

    /** What the records that refer are called, in the plural. */
    LocalizedText title();

    /** The records of the current company that refer to one, newest first. */
    Page<Reference> referringTo(RecordRef record, PageRequest page);
}
