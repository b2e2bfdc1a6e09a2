package org.zaledje.platform.ui.record;

import com.vaadin.flow.component.Component;
import org.osgi.annotation.versioning.ConsumerType;
import org.zaledje.platform.text.LocalizedText;

/**
 * A tab on the pages of records: register it as a service, and every {@link RecordPage} has it, also those that are open.
 * The page's own form comes first, what was done to the record last.
 */
@ConsumerType
public interface RecordTab {

    /** Its name in the address: lower-case letters and hyphens, the same in every release. */
    String id();

    /** What is read on it. */
    LocalizedText title();

    /** Where it stands among others: from 0 to 1000, the lowest first. */
    int position();

    /** Whether a record has it; called with the caller known, and quick. */
    boolean isFor(ShownRecord record);

    /**
     * Makes what it shows, when its reader opens it for the first time; called with the UI locked and the caller known.
     *
     * @throws org.zaledje.platform.problem.ProblemException told in place of the content
     */
    Component content(ShownRecord record);
}
