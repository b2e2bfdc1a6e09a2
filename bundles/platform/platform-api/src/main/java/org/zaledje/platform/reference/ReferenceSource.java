package org.zaledje.platform.reference;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.text.LocalizedText;

/**
 * Records of a type that records of other functions may refer to. Register it as a service: fields of other functions
 * find its records by what people type. Thread-safe; called with the caller known.
 *
 * <p>Who may not read its records gets none; a ProblemException FORBIDDEN is taken for that.
 */
@ConsumerType
public interface ReferenceSource {

    /** {@code <function>.<noun>}, as in the audit trail. */
    String type();

    /** What such a record is called. */
    LocalizedText title();

    /** One record of the current company. */
    Optional<Reference> find(String id);

    /**
     * Records that fit what was typed, the likeliest first.
     *
     * @param text what was typed, without blanks around it; may be empty
     * @param page how many are wanted
     */
    Page<Reference> search(String text, PageRequest page);
}
